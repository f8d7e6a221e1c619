import { z } from "zod";
import type { Transaction } from "#db/open.ts";
import { insertFollowUp, insertOutcome, updateFollowUp } from "#db/writes/follow-ups.ts";
import type { FollowUpRow } from "#db/reads/follow-ups.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { requestRelease } from "../releases/request.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { changeAftercare } from "./change-aftercare.ts";
import type { ReadyFollowUp } from "./check-follow-up.ts";
import { checkFollowUp } from "./check-follow-up.ts";
import { wroteFollowUp } from "./hands.ts";
import { getOpenFollowUp, getScheme, needsFollowUp } from "./open-follow-up.ts";
import { recordFirstOutcome } from "./record-first-outcome.ts";

export const ApproveFollowUpInput = z.strictObject({
  /** When the next one is due, where the class still promises more; the date of the year's notice where it is left out. */
  nextDueOn: z.iso.date("日期应为 YYYY-MM-DD").nullable().default(null),
});
export type ApproveFollowUpInput = z.infer<typeof ApproveFollowUpInput>;

type Act = { readonly tx: Transaction; readonly ctx: Context; readonly reply: LoadedReply; readonly row: FollowUpRow };

/** The class changes here and nowhere else, with evidence and under the approver's name. */
async function changeOutcome({ tx, ctx, reply, row }: Act, { classCode, currentClass }: ReadyFollowUp): Promise<void> {
  const assignmentId = reply.assignment.id;
  const approvedBy = ctx.actor.id;
  const decidedOn = shanghaiDate(ctx.now());
  const { edition } = reply;
  if (currentClass !== null) {
    const since = edition?.finalisedAt ?? edition?.approvedAt;
    const first = { assignmentId, classCode: currentClass, approvedBy: edition?.approvedBy ?? approvedBy };
    await recordFirstOutcome(tx, { ...first, decidedOn: since ? shanghaiDate(new Date(since)) : decidedOn });
  }
  if (classCode === currentClass) return;
  const { number: followUp, evidence } = row;
  await insertOutcome(tx, { assignmentId, classCode, decidedOn, source: "follow_up", followUp, evidence, approvedBy });
}

function findNextDue({ ctx, reply }: Act, nextDueOn: string | null): string {
  const today = shanghaiDate(ctx.now());
  const planned = reply.rules.deadlines.followUpOn ?? reply.campaignKind.followUpDueOn;
  const due = nextDueOn ?? (planned !== null && planned > today ? planned : null);
  if (due === null) throw Refused.of(refuse("next_due_missing"));
  if (due <= today) {
    const message = "下一次续复的期限应当晚于今天";
    throw new Invalid(message, [{ path: "nextDueOn", message }]);
  }
  return due;
}

/** 续复审核通过, by another person than the submitter. Opens the next follow-up where the class still promises more. */
export async function approveFollowUp(ctx: Context, ref: ReplyRef, input: ApproveFollowUpInput): Promise<void> {
  await changeAftercare(ctx, { action: "follow_up.approve", roles: ["office"] }, ref, async (tx, reply) => {
    const row = await getOpenFollowUp(tx, ref.id);
    if (row.submittedBy === null) throw Refused.of(refuse("wrong_state"));
    if (row.submittedBy === ctx.actor.id || (await wroteFollowUp(tx, ctx, row)))
      throw Refused.of(refuse("follow_up_needs_second_person"));
    const act = { tx, ctx, reply, row };
    const ready = await checkFollowUp(tx, reply, row);
    await changeOutcome(act, ready);
    const repliedOn = shanghaiDate(ctx.now());
    const approval = { approvedBy: ctx.actor.id, approvedAt: ctx.now().toISOString(), repliedOn };
    await updateFollowUp(tx, ref.id, row.number, approval);
    if (needsFollowUp(reply, await getScheme(tx, reply), ready.classCode)) {
      const dueOn = findNextDue(act, input.nextDueOn);
      await insertFollowUp(tx, { assignmentId: ref.id, number: row.number + 1, dueOn });
    }
    await requestRelease(tx, ctx, "follow_up.approve");
    return { value: undefined, audited: { number: row.number, ...approval, classCode: ready.classCode } };
  });
}
