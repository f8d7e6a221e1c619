import type { Reader, Transaction } from "#db/open.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import type { ReplyRecord } from "#db/reads/reply-record.ts";
import { findReplyRecord } from "#db/reads/reply-record.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { AssignmentPatch } from "#db/writes/assignments.ts";
import { changeAssignmentRow } from "#db/writes/assignments.ts";
import { findStageObstacle, toStage } from "#domain/campaign/campaign-stage.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import type { Actor, Role } from "#domain/handling/actor.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import { recordAudit } from "../audit.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Refused, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";

/** Names the assignment and the version that the caller saw (If-Match). */
export type AssignmentRef = { readonly id: string; readonly version: number };

export type AssignmentChange = ReplyRecord & {
  readonly tx: Transaction;
  readonly rules: CampaignRules;
  readonly today: string;
  readonly at: string;
};

export type AssignmentVerb = {
  /** {entity}.{verb} of the audit. */
  readonly action: string;
  readonly roles: readonly Role[];
  /** Who may know of it, where that is not maySeeAssignment. */
  readonly maySee?: (reader: Reader, actor: Actor, record: ReplyRecord) => Promise<boolean>;
};

export type AssignmentOutcome = {
  readonly patch?: AssignmentPatch;
  /** What was there before and is there now, as far as the verb changed it: the audit keeps their hashes. */
  readonly before?: unknown;
  readonly after: unknown;
};

/** 异议, 改派 and the like move a matter from hand to hand; contacts, opinions, 延期 and 办结 belong to an answer that is owed. */
function isDealing(action: string): boolean {
  return action.startsWith("assignment.") && action !== "assignment.close";
}

/** The one way to change an assignment beside its letter: role, scope, version, work, version + 1, one audit row. */
export async function changeAssignment(
  ctx: Context,
  { action, roles, maySee }: AssignmentVerb,
  ref: AssignmentRef,
  work: (change: AssignmentChange) => Promise<AssignmentOutcome>,
): Promise<void> {
  if (!roles.includes(ctx.actor.role)) throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const record = await findReplyRecord(tx, ref.id);
    const seen = record && (await (maySee?.(tx, ctx.actor, record) ?? maySeeAssignment(ctx.actor, record.unit.code)));
    if (!seen) throw new NotFound("这项交办");
    if (record.assignment.version !== ref.version) throw new Stale();
    const obstacle = findStageObstacle(isDealing(action) ? "deal" : "handle", toStage(record.campaign));
    if (obstacle) throw Refused.of(obstacle);
    const rules = await readRules(tx, record.assignment.campaignId);
    const at = ctx.now().toISOString();
    const { patch = {}, before, after } = await work({ ...record, tx, rules, today: shanghaiDate(ctx.now()), at });
    await changeAssignmentRow(tx, ref.id, patch);
    const hash = (facts: unknown) => (facts === undefined ? null : hashOf(facts));
    await recordAudit(tx, ctx, {
      action,
      object: `assignment:${ref.id}`,
      beforeHash: hash(before),
      afterHash: hash({ ...patch, facts: after }),
    });
  });
}
