import { findPerson } from "#db/reads/people.ts";
import { writeTransaction } from "#db/transaction.ts";
import { updatePerson } from "#db/writes/people.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { NotFound, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requireKeeper } from "./people-scope.ts";
import type { ChangePersonInput } from "./person-input.ts";

/** Brings an entry up to date; whoever leaves keeps their entry, with the day. */
export async function changePerson(
  ctx: Context,
  ref: { readonly id: string; readonly version: number },
  input: ChangePersonInput,
): Promise<void> {
  requireKeeper(ctx.actor);
  await writeTransaction(ctx.db, async (tx) => {
    const found = await findPerson(tx, ref.id);
    if (!found || !maySeeAssignment(ctx.actor, found.person.unitCode)) throw new NotFound("这位同志");
    if (found.person.version !== ref.version) throw new Stale();
    await updatePerson(tx, ref.id, input);
    await recordAudit(tx, ctx, {
      action: "person.change",
      object: `person:${ref.id}`,
      beforeHash: hashOf(found.person),
      afterHash: hashOf(input),
    });
  });
}
