import { CONTACT_LABELS } from "#domain/contact/contact-kinds.ts";
import type { PublicContact, PublicFeedback, PublicReply } from "#domain/view/public-reply.ts";

/** 面商 1 次，应到 3 人，实到 3 人. */
export function toContactWords({ kind, times, invited, met }: PublicContact): string {
  const persons = kind === "call" || kind === "letter" || invited === 0 ? "" : `，应到 ${invited} 人，实到 ${met} 人`;
  return `${CONTACT_LABELS[kind]} ${times} 次${persons}`;
}

/** 办理态度满意、办理结果基本满意. */
export function toFeedbackWords({ answers }: PublicFeedback): string {
  return answers.map(({ axis, value }) => `${axis}${value}`).join("、");
}

/** The class from the letter on: each with the day and how it came. */
export function toOutcomeHistory(reply: PublicReply) {
  const first = { on: reply.signedOn, outcome: reply.firstOutcome, by: "答复" };
  const later = reply.followUps.flatMap(({ number, repliedOn, outcome }) =>
    repliedOn !== null && outcome !== null ? [{ on: repliedOn, outcome, by: `第${number}次续办续复` }] : [],
  );
  return [first, ...later];
}
