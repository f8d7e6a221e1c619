import type { MotionKind } from "../motion/kind.ts";
import type { Scheme } from "../scheme/scheme.ts";
import type { Rate } from "./rate.ts";
import { percentOf, rate } from "./rate.ts";
import type { ClassShare, YearStatistics } from "./year-statistics.ts";

/** Raw counts of one kind in one year. 件 = motions; 件次 = replies owed. */
export type YearTally = {
  readonly year: number;
  readonly kind: MotionKind;
  readonly schemeId: string;
  readonly motions: number;
  readonly keyItems: number;
  readonly filed: number | null;
  readonly owed: number;
  readonly answered: number;
  readonly published: number;
  readonly publishedInFull: number;
  readonly withheld: number;
  readonly withdrawn: number;
  /** Of the answered: those that only the ledger of a past year tells of, without a letter. */
  readonly fromLedger: number;
  /** Answered replies by class code, withheld ones included. */
  readonly classes: Readonly<Record<string, number>>;
  readonly lastOn: string | null;
};

type Counts = Omit<YearTally, "year" | "kind" | "schemeId" | "classes" | "lastOn">;

function toClassShares(scheme: Scheme, classes: Readonly<Record<string, number>>, base: number): ClassShare[] {
  return scheme.classes.map((item) => {
    const count = classes[item.code] ?? 0;
    return { class: item, count, share: percentOf(count, base) };
  });
}

function toRates(counts: Counts, shares: readonly ClassShare[]): Rate[] {
  const withLetter = counts.answered - counts.fromLedger;
  const except = counts.fromLedger > 0 ? "（只有台账记载的除外）" : "";
  const resolved = shares.filter((share) => share.class.countsAsResolved).reduce((sum, share) => sum + share.count, 0);
  const classified = shares.reduce((sum, share) => sum + share.count, 0);
  const rates = [
    rate("answered_rate", "办复率", counts.answered, counts.owed, "已答复件次除以应答复件次"),
    rate(
      "public_rate",
      "公开率",
      counts.published,
      withLetter,
      `已公开件次（含摘要公开、部分公开）除以已答复件次${except}`,
    ),
    rate("full_text_rate", "全文公开率", counts.publishedInFull, withLetter, `全文公开件次除以已答复件次${except}`),
  ];
  if (shares.length > 0) {
    rates.push(rate("resolved_rate", "解决率", resolved, classified, "属于“解决”的各类件次除以已分类的答复件次"));
  }
  if (counts.filed !== null) {
    const definition = "交由政府办理的件数除以代表、委员提出的总件数";
    rates.push(rate("government_share", "政府承办占比", counts.motions, counts.filed, definition));
  }
  return rates;
}

/** Letters are added up as letters; whether the sum may be shown is for the caller, who knows the schemes. */
function addClasses(tallies: readonly Pick<YearTally, "classes">[]): Record<string, number> {
  const classes: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [code, count] of Object.entries(tally.classes)) classes[code] = (classes[code] ?? 0) + count;
  }
  return classes;
}

function toStatistics(
  head: Pick<YearStatistics, "year" | "kind" | "asOf">,
  counts: Counts,
  scheme: Scheme | null,
  tallies: readonly Pick<YearTally, "classes">[],
): YearStatistics {
  const classes = addClasses(tallies);
  const classified = Object.values(classes).reduce((sum, count) => sum + count, 0);
  const shares = scheme ? toClassShares(scheme, classes, classified) : [];
  const { motions, keyItems, filed, owed, answered, published, withheld, withdrawn, fromLedger } = counts;
  return {
    ...head,
    motions,
    keyItems,
    filed,
    owed,
    answered,
    published,
    withheld,
    withdrawn,
    fromLedger,
    classes: shares,
    unclassified: answered - classified,
    schemeName: scheme?.name ?? null,
    rates: toRates(counts, shares),
  };
}

export function kindStatistics(tally: YearTally, scheme: Scheme): YearStatistics {
  const { year, kind, lastOn } = tally;
  return toStatistics({ year, kind, asOf: lastOn }, tally, scheme, [tally]);
}

function addNullable(tallies: readonly YearTally[], field: "filed"): number | null {
  const values = tallies.map((tally) => tally[field]);
  // A sum with an unknown part is unknown.
  return values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** All kinds of one year together. Classes are added only where every kind carries the same scheme. */
export function totalStatistics(tallies: readonly YearTally[], schemes: readonly Scheme[]): YearStatistics {
  const [first] = tallies;
  if (!first) throw new RangeError("a year without a tally has no statistics");
  const add = (field: Exclude<keyof Counts, "filed">) => tallies.reduce((sum, tally) => sum + tally[field], 0);
  const counts: Counts = {
    motions: add("motions"),
    keyItems: add("keyItems"),
    filed: addNullable(tallies, "filed"),
    owed: add("owed"),
    answered: add("answered"),
    published: add("published"),
    publishedInFull: add("publishedInFull"),
    withheld: add("withheld"),
    withdrawn: add("withdrawn"),
    fromLedger: add("fromLedger"),
  };
  const oneScheme = tallies.every((tally) => tally.schemeId === first.schemeId);
  const scheme = oneScheme ? (schemes.find((item) => item.id === first.schemeId) ?? null) : null;
  const asOf =
    tallies
      .map((tally) => tally.lastOn ?? "")
      .toSorted()
      .at(-1) || null;
  return toStatistics({ year: first.year, kind: null, asOf }, counts, scheme, tallies);
}
