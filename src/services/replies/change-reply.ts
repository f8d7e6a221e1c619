import type { Transaction } from "#db/open.ts";
import { touchAssignment } from "#db/writes/replies.ts";
import { writeTransaction } from "#db/transaction.ts";
import { isInHandling } from "#domain/assignment/stages.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { ASSIGNMENT_STATE_OF } from "#domain/handling/states.ts";
import type { Transition, Verb } from "#domain/handling/transitions.ts";
import { findTransition, roleMay } from "#domain/handling/transitions.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Refused, Stale } from "../errors.ts";
import type { LoadedReply } from "./load-reply.ts";
import { getReply } from "./load-reply.ts";

/** Names the reply and the version that the caller saw (If-Match). */
export type ReplyRef = { readonly id: string; readonly version: number };

export type Change = {
  readonly tx: Transaction;
  readonly reply: LoadedReply;
  readonly rule: Transition;
};

function findRule(ctx: Context, reply: LoadedReply, verb: Verb): Transition {
  if (!roleMay(verb, ctx.actor.role)) throw new Forbidden();
  if (reply.assignment.role === "joint") throw Refused.of(refuse("not_lead"));
  if (!isInHandling(reply.assignment.state) && reply.assignment.state !== "assigned")
    throw Refused.of(refuse("wrong_state"));
  const state = reply.edition?.state ?? "draft";
  const publication = reply.reply?.publication ?? "unpublished";
  const rule = findTransition(verb, ctx.actor.role, state, publication);
  if (!rule) throw Refused.of(refuse("wrong_state"));
  return rule;
}

const LETTER_VERBS: readonly Verb[] = ["draft", "propose", "submit", "return", "approve", "finalise"];

/** Until it is answered, an assignment stands where its letter stands; a correction of an answer moves it no more. */
function followsLetter(verb: Verb, { assignment }: LoadedReply): boolean {
  return LETTER_VERBS.includes(verb) && assignment.state !== "replied" && assignment.state !== "closed";
}

/**
 * The one way a reply changes: one transaction, one permission check, one audit row (design §1.4).
 * `work` decides and writes what is its own; state, version and audit are written here.
 */
export async function changeReply(
  ctx: Context,
  verb: Verb,
  ref: ReplyRef,
  work: (change: Change) => Promise<void>,
): Promise<LoadedReply> {
  return await writeTransaction(ctx.db, async (tx) => {
    const reply = await getReply(tx, ctx.actor, ref.id);
    const rule = findRule(ctx, reply, verb);
    if (reply.assignment.version !== ref.version) throw new Stale();
    await work({ tx, reply, rule });
    await touchAssignment(tx, ref.id, followsLetter(verb, reply) ? { state: ASSIGNMENT_STATE_OF[rule.to] } : {});
    const after = await getReply(tx, ctx.actor, ref.id);
    await recordAudit(tx, ctx, {
      action: `reply.${verb}`,
      object: `reply:${ref.id}`,
      beforeHash: reply.edition?.contentHash ?? null,
      afterHash: after.edition?.contentHash ?? null,
    });
    return after;
  });
}
