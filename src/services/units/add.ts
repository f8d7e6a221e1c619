import { findUnit, listUnits } from "#db/reads/units.ts";
import { insertUnit } from "#db/writes/units.ts";
import { writeTransaction } from "#db/transaction.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requireFreeNames } from "./require-free-names.ts";
import type { AddUnitInput } from "./unit-input.ts";

/** 登记一个承办单位, last in the register. Throws Invalid where the code or a name is another unit's. */
export async function addUnit(ctx: Context, input: AddUnitInput): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    if (await findUnit(tx, input.code)) {
      const message = `代码“${input.code}”已经用于另一个单位，请另取一个`;
      throw new Invalid(message, [{ path: "code", message }], "unit_code_taken");
    }
    await requireFreeNames(tx, input.code, input);
    await insertUnit(tx, input, (await listUnits(tx)).length);
    const event = { action: "unit.add", object: `unit:${input.code}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: hashOf(input) });
  });
}
