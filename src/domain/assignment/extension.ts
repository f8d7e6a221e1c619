import type { Refusal } from "../handling/refusal.ts";
import { refuse } from "../handling/refusal.ts";

export type ExtensionFacts = {
  readonly today: string;
  /** Null: the matter has no date yet, so there is nothing to extend. */
  readonly dueOn: string | null;
  /** The law's own day, as far as it was extended; null where the calendar cannot say. */
  readonly legalOn: string | null;
  readonly newDueOn: string;
  /** The last day that the law allows, counted from 交办; null where the calendar cannot say. */
  readonly atMostOn: string | null;
};

/**
 * 延期 is asked for in time, to a later day, and never beyond what the law leaves (代表法 Art. 51). Where a notice allows more
 * than the law (沾益 2023), it is the law's day that is extended.
 */
export function findExtensionFault({ today, dueOn, legalOn, newDueOn, atMostOn }: ExtensionFacts): Refusal | undefined {
  if (dueOn === null) return refuse("no_due_date");
  if (today > dueOn) return refuse("extension_late");
  const runsTo = legalOn !== null && legalOn < dueOn ? legalOn : dueOn;
  if (newDueOn <= runsTo) return refuse("extension_not_later");
  if (atMostOn === null || newDueOn > atMostOn) return refuse("extension_beyond_limit");
  return undefined;
}
