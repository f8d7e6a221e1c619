import type { PublicFollowUp, PublicReply } from "#domain/view/public-reply.ts";
import { dayOf } from "./dates.ts";

export type TimelineEvent = {
  /** YYYY-MM-DD; null for what is promised without a date. */
  readonly on: string | null;
  readonly text: string;
  readonly kind: "past" | "reply" | "owed";
};

function toFollowUpEvent(followUp: PublicFollowUp): TimelineEvent {
  const name = `第${followUp.number}次续办续复`;
  if (followUp.repliedOn !== null) {
    const outcome = followUp.outcome ? `，办理结果为${followUp.outcome.code}类` : "";
    return { on: followUp.repliedOn, text: `${name}${outcome}`, kind: "reply" };
  }
  return { on: followUp.dueOn, text: `应作出${name}，尚未公布`, kind: "owed" };
}

/** What happened and what is still owed, in the order of days; what has no day comes last. */
export function toTimeline(reply: PublicReply): TimelineEvent[] {
  const editions = reply.editions
    .filter((edition) => edition.number > 1)
    .map((edition): TimelineEvent => ({
      on: dayOf(edition.publishedAt),
      text: `更正，公布第${edition.number}版`,
      kind: "past",
    }));
  const events: TimelineEvent[] = [
    { on: reply.clocks.assignedOn, text: "交办", kind: "past" },
    { on: reply.signedOn, text: `答复，办理结果为${reply.firstOutcome.code}类`, kind: "reply" },
    { on: dayOf(reply.firstPublishedAt), text: "公开", kind: "past" },
    ...editions,
    ...reply.followUps.map(toFollowUpEvent),
    ...reply.feedback.map(({ round, filedOn }): TimelineEvent => ({
      on: filedOn,
      text: `收到评价${reply.feedback.length > 1 ? `（第 ${round} 轮）` : ""}`,
      kind: "past",
    })),
  ];
  return events.toSorted((a, b) => (a.on ?? "9999").localeCompare(b.on ?? "9999"));
}
