import type { DemoCampaign, DemoMatter, DemoReply } from "../demo-city.ts";

/** What a year's notice, bulletin and summary say in figures, counted from the matters themselves. */
export type YearFigures = {
  readonly year: number;
  readonly suggestions: number;
  readonly proposals: number;
  readonly total: number;
  readonly filed: number;
  /** 件次: one for each unit that answers on its own. */
  readonly replies: number;
  readonly onTime: number;
  readonly published: number;
  readonly withheld: number;
  readonly classes: ReadonlyMap<string, number>;
  /** Replies whose class a follow-up turned into A within the year. */
  readonly converted: number;
  readonly openAtYearEnd: number;
};

const turnedIn = (reply: DemoReply, year: number): boolean =>
  reply.followUps.some(
    (item) => item.classCode === "A" && item.repliedOn !== undefined && item.repliedOn <= `${year}-12-31`,
  );

function countClasses(replies: readonly DemoReply[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { classCode } of replies.toSorted((one, other) => one.classCode.localeCompare(other.classCode))) {
    counts.set(classCode, (counts.get(classCode) ?? 0) + 1);
  }
  return counts;
}

export function toFigures(campaign: DemoCampaign, all: readonly DemoMatter[]): YearFigures {
  const matters = all.filter((matter) => matter.year === campaign.year);
  const replies = matters.flatMap((matter) => matter.replies.map((reply) => ({ matter, reply })));
  const followed = replies.filter(({ reply }) => reply.followUps.length > 0);
  const converted = followed.filter(({ reply }) => turnedIn(reply, campaign.year)).length;
  return {
    year: campaign.year,
    suggestions: campaign.expected.suggestion,
    proposals: campaign.expected.proposal,
    total: campaign.expected.suggestion + campaign.expected.proposal,
    filed: campaign.filed.suggestion + campaign.filed.proposal,
    replies: replies.length,
    onTime: replies.filter(({ matter, reply }) => reply.signedOn <= matter.dueOn).length,
    published: replies.filter(({ matter, reply }) => matter.stage === "published" && reply.publishedAt !== undefined)
      .length,
    withheld: replies.filter(({ matter }) => matter.stage === "withheld").length,
    classes: countClasses(replies.map(({ reply }) => reply)),
    converted,
    openAtYearEnd: followed.length - converted,
  };
}

/** 67 of 201 as 33.33%, half up. */
export function toPercent(part: number, base: number): string {
  return base === 0 ? "0%" : `${(Math.round((part / base) * 10_000) / 100).toFixed(2)}%`;
}

/** A类60件，占57.14%；B类…… */
export function toClassSentence({ classes, replies }: YearFigures): string {
  return [...classes].map(([code, count]) => `${code}类${count}件次，占${toPercent(count, replies)}`).join("；");
}
