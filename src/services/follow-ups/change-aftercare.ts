import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { touchAssignment } from "#db/writes/replies.ts";
import type { Role } from "#domain/handling/actor.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentState } from "#domain/handling/states.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Refused, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { getReply } from "../replies/load-reply.ts";

export type AftercareVerb = {
  /** {entity}.{verb}, for the audit. */
  readonly action: string;
  readonly roles: readonly Role[];
};

export type AftercareResult<T> = {
  readonly value: T;
  /** What the audit row's hash stands for; nothing secret is in the row itself. */
  readonly audited: unknown;
  readonly state?: AssignmentState;
};

/**
 * The one way in which what follows an answer changes: role, scope, version, the verb's own work, new version, audit row,
 * in one transaction.
 */
export async function changeAftercare<T>(
  ctx: Context,
  { action, roles }: AftercareVerb,
  ref: ReplyRef,
  work: (tx: Transaction, reply: LoadedReply) => Promise<AftercareResult<T>>,
): Promise<T> {
  if (!roles.includes(ctx.actor.role)) throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const reply = await getReply(tx, ctx.actor, ref.id);
    if (reply.assignment.version !== ref.version) throw new Stale();
    if (reply.assignment.role === "joint") throw Refused.of(refuse("not_lead"));
    const { value, audited, state } = await work(tx, reply);
    await touchAssignment(tx, ref.id, state ? { state } : {});
    const object = `assignment:${ref.id}`;
    await recordAudit(tx, ctx, { action, object, beforeHash: null, afterHash: hashOf(audited) });
    return value;
  });
}
