import { percentOf, rate } from "#domain/statistics/rate.ts";
import type { YearStatistics } from "#domain/statistics/year-statistics.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { getScheme } from "./sample-frame.ts";

type Counts = {
  year: number;
  kind: MotionKind | null;
  motions: number;
  owed: number;
  answered: number;
  published: number;
  withheld: number;
  withdrawn?: number;
  scheme: string | null;
  /** In the order of the scheme; what is left of answered is unclassified. */
  classes: readonly number[];
};

export function toStatistics(counts: Counts): YearStatistics {
  const { answered, owed, published } = counts;
  const scheme = counts.scheme === null ? null : getScheme(counts.scheme);
  const classified = counts.classes.reduce((sum, count) => sum + count, 0);
  return {
    year: counts.year,
    kind: counts.kind,
    asOf: counts.motions > 0 ? `${counts.year}-11-20` : null,
    motions: counts.motions,
    keyItems: counts.motions > 0 ? 8 : 0,
    filed: counts.motions > 100 ? counts.motions + 15 : null,
    owed,
    answered,
    published,
    withheld: counts.withheld,
    withdrawn: counts.withdrawn ?? 0,
    fromLedger: 0,
    classes: (scheme?.classes ?? []).map((item, index) => {
      const count = counts.classes[index] ?? 0;
      return { class: item, count, share: percentOf(count, classified) };
    }),
    unclassified: scheme === null ? 0 : answered - classified,
    schemeName: scheme?.name ?? null,
    rates: [
      rate("answered_rate", "办复率", answered, owed, "分子：已答复的件次；分母：应答复的件次。"),
      rate("public_rate", "公开率", published, answered, "分子：已公开的件次；分母：已答复的件次，含依法不公开的。"),
      rate("moved_rate", "转化率", 0, 0, "分子：上年B类中最新类别为A类的件次；分母：上年B类件次。"),
    ],
  };
}

export const SUGGESTIONS = toStatistics({
  year: 2026,
  kind: "suggestion",
  motions: 126,
  owed: 130,
  answered: 122,
  published: 110,
  withheld: 9,
  withdrawn: 1,
  scheme: "zhanyi-2023",
  classes: [64, 41, 16],
});
export const PROPOSALS = toStatistics({
  year: 2026,
  kind: "proposal",
  motions: 148,
  owed: 151,
  answered: 140,
  published: 128,
  withheld: 12,
  scheme: "four-class",
  classes: [70, 31, 24, 15],
});
/** Two schemes: classes are not added up. */
export const TOTAL = toStatistics({
  year: 2026,
  kind: null,
  motions: 274,
  owed: 281,
  answered: 262,
  published: 238,
  withheld: 21,
  withdrawn: 1,
  scheme: null,
  classes: [],
});
export const HOME_STATISTICS = toStatistics({
  year: 2026,
  kind: null,
  motions: 274,
  owed: 281,
  answered: 262,
  published: 238,
  withheld: 21,
  withdrawn: 1,
  scheme: "zhanyi-2023",
  classes: [131, 96, 35],
});
export const NOTHING = toStatistics({
  year: 2027,
  kind: null,
  motions: 0,
  owed: 0,
  answered: 0,
  published: 0,
  withheld: 0,
  scheme: null,
  classes: [],
});
