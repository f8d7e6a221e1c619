import { randomUUID } from "node:crypto";
import { writeTransaction } from "#db/transaction.ts";
import { insertPerson } from "#db/writes/people.ts";
import { requireUnits } from "../assignments/require-units.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requireKeeper } from "./people-scope.ts";
import type { AddPersonInput } from "./person-input.ts";

/** 登记联络员、分管领导、承办人: a unit its own, the office anyone's. Returns the id. */
export async function addPerson(ctx: Context, input: AddPersonInput): Promise<string> {
  requireKeeper(ctx.actor);
  const { unit: unitCode, ...person } = input;
  if (ctx.actor.role === "unit" && ctx.actor.unitCode !== unitCode) throw new NotFound("这个单位");
  return await writeTransaction(ctx.db, async (tx) => {
    await requireUnits(tx, [unitCode], "unit");
    const id = randomUUID();
    await insertPerson(tx, { ...person, id, unitCode });
    await recordAudit(tx, ctx, {
      action: "person.add",
      object: `person:${id}`,
      beforeHash: null,
      afterHash: hashOf(input),
    });
    return id;
  });
}
