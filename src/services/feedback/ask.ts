import { findLastRound } from "#db/reads/feedback.ts";
import type { FeedbackRoundRow } from "#db/reads/feedback.ts";
import { insertFeedbackRound } from "#db/writes/feedback.ts";
import { findStageObstacle, toStage } from "#domain/campaign/campaign-stage.ts";
import { findFeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import { listDissatisfied } from "#domain/feedback/check-answers.ts";
import type { Refusal } from "#domain/handling/refusal.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentState } from "#domain/handling/states.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import type { LoadedReply } from "../replies/load-reply.ts";

const ANSWERED: readonly AssignmentState[] = ["replied", "closed"];
const NOT_IN_HAND: readonly AssignmentState[] = ["pre_assigned", "assigned", "objected", "withdrawn"];

function findObstacle(reply: LoadedReply, last: FeedbackRoundRow | undefined): Refusal | undefined {
  const closed = findStageObstacle("handle", toStage(reply.campaign));
  if (closed) return closed;
  const { state } = reply.assignment;
  const { preset, time } = reply.rules.feedback;
  if (NOT_IN_HAND.includes(state)) return refuse("wrong_state");
  if (time === "after_reply" && !ANSWERED.includes(state)) return refuse("feedback_too_early");
  if (!last) return undefined;
  if (!last.answers) return refuse("feedback_open");
  const axes = findFeedbackPreset(preset)?.axes ?? [];
  return listDissatisfied(axes, last.answers).length > 0 ? undefined : refuse("feedback_done");
}

/** 征询意见: opens the next round, due by the rules of the year. A round after the first needs one that was 不满意. Returns its number. */
export async function askFeedback(ctx: Context, ref: ReplyRef): Promise<number> {
  return await changeAftercare(ctx, { action: "feedback.ask", roles: ["office", "unit"] }, ref, async (tx, reply) => {
    const last = await findLastRound(tx, ref.id);
    const obstacle = findObstacle(reply, last);
    if (obstacle) throw Refused.of(obstacle);
    const round = (last?.round ?? 0) + 1;
    const now = ctx.now();
    const dueOn = findDueOn(shanghaiDate(now), reply.rules.deadlines.feedback);
    const row = { assignmentId: ref.id, round, askedAt: now.toISOString(), dueOn };
    await insertFeedbackRound(tx, row);
    return { value: round, audited: row };
  });
}
