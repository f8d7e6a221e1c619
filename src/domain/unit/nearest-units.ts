import type { UnitNames } from "./match-unit.ts";
import { toUnitKey } from "./match-unit.ts";

/** Below this two names have little in common but the endings that all units share. */
const LEAST_LIKENESS = 0.5;

/** Single characters and pairs, without the level and the ending that say nothing. */
function toFeatures(name: string): Set<string> {
  const core = toUnitKey(name)
    .replace(/^.{0,4}?市(?=.{2})/u, "")
    .replace(/(?:管理局|委员会|办公室|局|委|办|中心)$/u, "");
  const chars = [...core];
  return new Set([...chars, ...chars.slice(1).map((char, index) => `${chars[index]}${char}`)]);
}

/** Dice coefficient of the features: 0 nothing in common, 1 the same. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((feature) => right.has(feature)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

/** Up to `limit` units whose names come closest, best first: for the sentence 是否为…. Empty when nothing is near. */
export function nearestUnits<U extends UnitNames>(name: string, units: readonly U[], limit = 3): U[] {
  const wanted = toFeatures(name);
  return units
    .map((unit) => ({
      unit,
      score: Math.max(
        ...[unit.shortName, unit.fullName, ...unit.aliases].map((own) => likeness(wanted, toFeatures(own))),
      ),
    }))
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, limit)
    .map(({ unit }) => unit);
}
