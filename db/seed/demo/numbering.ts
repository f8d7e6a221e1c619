import type { SeedCampaign } from "./campaigns.ts";
import type { DemoKind, DemoStage } from "./demo-city.ts";
import type { Random } from "./random.ts";
import { getAt, makeRandom } from "./random.ts";

/** One place in the year's list, before anything is written. */
export type Slot = {
  readonly kind: DemoKind;
  readonly number: number;
  readonly betweenSessions: boolean;
  readonly stage: DemoStage;
  readonly mode: "full" | "summary" | "redacted" | "none";
  /** Counts withheld, summarised and redacted ones through the years, to take the grounds in turn. */
  readonly serial: number;
  readonly isCorrected: boolean;
  readonly isSeparate: boolean;
};
type Draft = { -readonly [Key in keyof Slot]: Slot[Key] };

/** Numbers of the session from 1 with a few gaps (matters given to others than the government), then 闭会 ones. */
function numberKind(random: Random, kind: DemoKind, count: number, between: number): Draft[] {
  const drafts: Draft[] = [];
  const base = { kind, stage: "published", mode: "full", serial: 0, isCorrected: false, isSeparate: false } as const;
  for (let number = 1; drafts.length < count - between; number += 1) {
    if (number > 3 && random.chance(0.05)) continue;
    drafts.push({ ...base, number, betweenSessions: false });
  }
  for (let number = 1; number <= between; number += 1) drafts.push({ ...base, number, betweenSessions: true });
  return drafts;
}

/** The latest of 2026, the newest numbers first. */
const PENDING_COUNTS: readonly (readonly [DemoStage, number])[] = [
  ["assigned", 2],
  ["signed", 3],
  ["handling", 4],
  ["submitted", 3],
  ["returned", 2],
  ["approved", 3],
  ["finalised", 2],
];
const PENDING = PENDING_COUNTS.flatMap(([stage, count]) => Array.from({ length: count }, () => stage));

function setPending(drafts: readonly Draft[]): void {
  const latest = (kind: DemoKind): Draft[] =>
    drafts.filter((draft) => draft.kind === kind && !draft.betweenSessions).toReversed();
  const queues = [latest("proposal"), latest("suggestion")];
  for (const [index, stage] of PENDING.entries()) {
    getAt(getAt(queues, index % 2), Math.floor(index / 2)).stage = stage;
  }
}

/** How many of a year are withheld, withdrawn, published in part, corrected, answered by two units. */
const SPECIAL: readonly (readonly [number, number, number, number, number])[] = [
  [7, 0, 2, 0, 3],
  [7, 1, 2, 1, 3],
  [7, 1, 3, 1, 3],
  [5, 0, 2, 1, 4],
];

function setSpecial(random: Random, drafts: readonly Draft[], index: number): void {
  const free = random.shuffle(drafts.filter((draft) => draft.stage === "published"));
  const [withheld, withdrawn, partly, corrected, separate] = getAt(SPECIAL, index);
  const take = (count: number): Draft[] => free.splice(0, count);
  for (const [order, draft] of take(withheld).entries()) {
    Object.assign(draft, { stage: "withheld", mode: "none", serial: index * 7 + order });
  }
  for (const draft of take(withdrawn)) draft.stage = "withdrawn";
  for (const [order, draft] of take(partly).entries()) {
    Object.assign(draft, { mode: order % 2 === 0 ? "summary" : "redacted", serial: index + order });
  }
  for (const draft of take(corrected)) draft.isCorrected = true;
  for (const draft of take(separate)) draft.isSeparate = true;
}

export type NumberedYear = { readonly slots: readonly Slot[]; readonly filed: Record<DemoKind, number> };

/** The year's list in order of kind and number; filed counts the gaps too. */
export function numberYear(campaign: SeedCampaign): NumberedYear {
  const random = makeRandom(`${campaign.year}/numbers`);
  const between = { suggestion: 1, proposal: 1 + (campaign.index % 2) };
  const suggestions = numberKind(random, "suggestion", campaign.suggestions, between.suggestion);
  const proposals = numberKind(random, "proposal", campaign.proposals, between.proposal);
  const drafts = [...suggestions, ...proposals];
  if (campaign.year === 2026) setPending(drafts);
  setSpecial(random, drafts, campaign.index);
  const highest = (list: readonly Draft[]): number =>
    Math.max(...list.filter((draft) => !draft.betweenSessions).map((draft) => draft.number)) + 3;
  return {
    slots: drafts,
    filed: {
      suggestion: highest(suggestions) + between.suggestion,
      proposal: highest(proposals) + between.proposal,
    },
  };
}
