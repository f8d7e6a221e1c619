import { z } from "zod";
import type { Transaction } from "#db/open.ts";
import { findLastRound } from "#db/reads/feedback.ts";
import { revokeFeedbackLinks, updateFeedbackRound } from "#db/writes/feedback.ts";
import { findFeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import { checkAnswers, ordersRedo } from "#domain/feedback/check-answers.ts";
import { CONSENTS } from "#domain/feedback/feedback-kinds.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { shanghaiDate } from "../clock.ts";
import { Invalid, Refused } from "../errors.ts";
import type { AftercareResult } from "../follow-ups/change-aftercare.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { openRedo } from "./open-redo.ts";

export const FeedbackInput = z.strictObject({
  /** Axis → value, as the preset of the year names them. */
  answers: z.record(z.string().max(40), z.string().max(40)),
  comment: z.string().trim().max(2000, "意见请控制在 2000 字以内").nullable().default(null),
  /** 是否同意公开答复. */
  consent: z.enum(CONSENTS).default("not_asked"),
});
export type FeedbackInput = z.infer<typeof FeedbackInput>;

/** Axes of the preset that the year goes by. Throws where the rules name one that does not exist. */
export function getAxes({ rules }: LoadedReply) {
  const preset = findFeedbackPreset(rules.feedback.preset);
  if (!preset) throw new Error(`Failed to read the feedback form: no preset ${rules.feedback.preset}`);
  return preset.axes;
}

export type FiledBy = { readonly source: "office"; readonly recordedBy: string } | { readonly source: "link" };

/**
 * Files the open round, whoever brings the form. 不满意 on the result orders 重新办理 with its own date (domain §1.2); a second
 * one is recorded as it is. Throws Refused where no form is out, Invalid with a sentence for each field.
 */
export async function fileRound(
  tx: Transaction,
  reply: LoadedReply,
  input: FeedbackInput,
  by: FiledBy & { readonly now: Date },
): Promise<AftercareResult<number>> {
  const id = reply.assignment.id;
  const last = await findLastRound(tx, id);
  if (!last || last.answers) throw Refused.of(refuse("feedback_not_asked"));
  const axes = getAxes(reply);
  const faults = checkAnswers(axes, input.answers, input.comment);
  const [first] = faults;
  if (first) throw new Invalid(first.message, faults);
  const filedAt = by.now.toISOString();
  const isRedo = ordersRedo(axes, input.answers);
  const redoDueOn = isRedo ? findDueOn(shanghaiDate(by.now), reply.rules.deadlines.redo) : null;
  const recordedBy = by.source === "office" ? by.recordedBy : null;
  await updateFeedbackRound(tx, id, last.round, { ...input, source: by.source, filedAt, recordedBy, redoDueOn });
  await revokeFeedbackLinks(tx, id, filedAt);
  const state = isRedo ? await openRedo(tx, reply, filedAt) : undefined;
  return { value: last.round, audited: { round: last.round, ...input }, ...(state ? { state } : {}) };
}
