import type { Scoring } from "../campaign/campaign-rules.ts";
import type { Rate } from "../statistics/rate.ts";

export type ScoreLine = {
  readonly key: string;
  readonly label: string;
  readonly weight: number;
  readonly numerator: number;
  readonly base: number;
  /** Hundredths of a point; null where the base is zero: nothing to score is neither good nor bad. */
  readonly hundredths: number | null;
};

export type UnitScore = {
  /** Where the campaign states these weights. */
  readonly source: string;
  readonly lines: readonly ScoreLine[];
  /** Sum of the lines that could be scored, in hundredths of a point. */
  readonly hundredths: number;
  /** Points that could have been had on those lines. */
  readonly outOf: number;
};

function toLine({ key, weight }: Scoring["items"][number], rates: readonly Rate[]): ScoreLine | undefined {
  const found = rates.find((rate) => rate.key === key);
  if (!found) return undefined;
  const { label, numerator, base } = found;
  // In integers, half away from zero, so that the sum is that of the printed lines.
  const share = base === 0 ? null : Math.round((Math.abs(weight) * 100 * numerator) / base);
  return { key, label, weight, numerator, base, hundredths: share === null ? null : Math.sign(weight) * share };
}

/**
 * 考核 of one unit by the weights that its campaign states, and by none where it states none: each weight in proportion to the
 * rate; a negative one takes off.
 */
export function toUnitScore(rates: readonly Rate[], scoring: Scoring | null): UnitScore | null {
  if (scoring === null) return null;
  const lines = scoring.items.flatMap((item) => toLine(item, rates) ?? []);
  const scored = lines.filter((line) => line.hundredths !== null);
  return {
    source: scoring.source,
    lines,
    hundredths: scored.reduce((sum, line) => sum + (line.hundredths ?? 0), 0),
    outOf: scored.reduce((sum, line) => sum + Math.max(0, line.weight), 0),
  };
}
