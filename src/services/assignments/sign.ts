import { writeTransaction } from "#db/transaction.ts";
import { touchAssignment } from "#db/writes/replies.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Refused, Stale } from "../errors.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { getReply } from "../replies/load-reply.ts";

/** 签收: the unit takes the matter on. */
export async function signAssignment(ctx: Context, ref: ReplyRef): Promise<LoadedReply> {
  return await writeTransaction(ctx.db, async (tx) => {
    const reply = await getReply(tx, ctx.actor, ref.id);
    if (ctx.actor.role !== "unit") throw new Forbidden();
    if (reply.assignment.version !== ref.version) throw new Stale();
    if (reply.assignment.state !== "assigned") throw Refused.of(refuse("wrong_state"));
    await touchAssignment(tx, ref.id, { state: "signed", signedAt: ctx.now().toISOString() });
    await recordAudit(tx, ctx, {
      action: "assignment.sign",
      object: `assignment:${ref.id}`,
      beforeHash: null,
      afterHash: null,
    });
    return await getReply(tx, ctx.actor, ref.id);
  });
}
