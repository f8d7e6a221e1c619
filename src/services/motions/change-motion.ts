import { hasFinalReply, listParts } from "#db/reads/assignments.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import { findMotion } from "#db/reads/motions.ts";
import type { AssignmentRow, MotionRow } from "#db/reads/reply-record.ts";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { changeAssignmentRow } from "#db/writes/assignments.ts";
import type { MotionPatch } from "#db/writes/motions.ts";
import { changeMotionRow } from "#db/writes/motions.ts";
import type { MotionVerb } from "#domain/assignment/motion-steps.ts";
import { findNextState } from "#domain/assignment/motion-steps.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { recordAudit } from "../audit.ts";
import { shanghaiDate } from "../clock.ts";
import { requireStage } from "../campaigns/require-stage.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Refused, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requestRelease } from "../releases/request.ts";

/** Names the motion and the version that the caller saw (If-Match). */
export type MotionRef = { readonly id: string; readonly version: number };

export type MotionChange = {
  readonly tx: Transaction;
  readonly motion: MotionRow;
  /** Withdrawn ones included. */
  readonly parts: readonly AssignmentRow[];
  readonly rules: CampaignRules;
  readonly today: string;
  readonly at: string;
};

export type MotionOutcome = {
  readonly patch?: MotionPatch;
  /** What the audit row vouches for beside the patch. */
  readonly facts: unknown;
  /** False for what leaves no trace on the portal. */
  readonly release?: boolean;
};

/** The office's one way to change a motion: role, version, state, work, version + 1, audit row. */
export async function changeMotion(
  ctx: Context,
  verb: MotionVerb,
  ref: MotionRef,
  work: (change: MotionChange) => Promise<MotionOutcome>,
  action: string = verb,
): Promise<void> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const motion = await findMotion(tx, ref.id);
    if (!motion) throw new NotFound("这件建议提案");
    if (motion.version !== ref.version) throw new Stale();
    await requireStage(tx, motion.campaignId, verb === "assign" || verb === "deal" ? "deal" : "plan");
    const state = findNextState(verb, motion.state);
    if (!state) throw Refused.of(refuse("wrong_state"));
    const at = ctx.now().toISOString();
    const change = {
      tx,
      motion,
      parts: await listParts(tx, ref.id),
      rules: await readRules(tx, motion.campaignId),
      today: shanghaiDate(ctx.now()),
      at,
    };
    const { patch = {}, facts, release = true } = await work(change);
    await changeMotionRow(tx, ref.id, { ...patch, state });
    await recordAudit(tx, ctx, {
      action: `motion.${action}`,
      object: `motion:${ref.id}`,
      beforeHash: hashOf(motion),
      afterHash: hashOf({ ...motion, ...patch, state, facts }),
    });
    if (release) await requestRelease(tx, ctx, `motion.${action}`);
  });
}

/** Takes the matter from the units; what was sent out stays sent (reply_final). */
export async function endParts({ tx, motion, parts }: MotionChange): Promise<void> {
  if (await hasFinalReply(tx, motion.id)) throw Refused.of(refuse("reply_final"));
  for (const part of parts) {
    if (part.state !== "withdrawn") await changeAssignmentRow(tx, part.id, { state: "withdrawn" });
  }
}
