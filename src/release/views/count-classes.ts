import type { OutcomeCount } from "#domain/view/page-view.ts";
import type { PublicOutcome } from "#domain/view/public-reply.ts";

/** How often each class stands there, by letter. Letters of different schemes are different classes. */
export function countClasses(outcomes: readonly PublicOutcome[]): OutcomeCount[] {
  // Many matters share the same few objects.
  const same = new Map<PublicOutcome, number>();
  for (const outcome of outcomes) same.set(outcome, (same.get(outcome) ?? 0) + 1);
  const counts = new Map<string, OutcomeCount>();
  for (const [outcome, count] of same) {
    const key = `${outcome.schemeName}/${outcome.code}`;
    counts.set(key, { outcome, count: (counts.get(key)?.count ?? 0) + count });
  }
  return [...counts.values()].toSorted((a, b) => a.outcome.code.localeCompare(b.outcome.code, "zh"));
}
