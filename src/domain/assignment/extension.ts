import type { Refusal } from "../handling/refusal.ts";
import { refuse } from "../handling/refusal.ts";

export type ExtensionFacts = {
  readonly today: string;
  /** Null: the matter has no date yet, so there is nothing to extend. */
  readonly dueOn: string | null;
  readonly newDueOn: string;
  /** The last day that the law allows, counted from 交办; null where the calendar cannot say. */
  readonly atMostOn: string | null;
};

/** 延期 is asked for in time, to a later day, and never beyond what the law leaves (代表法 Art. 51). */
export function findExtensionFault({ today, dueOn, newDueOn, atMostOn }: ExtensionFacts): Refusal | undefined {
  if (dueOn === null) return refuse("no_due_date");
  if (today > dueOn) return refuse("extension_late");
  if (newDueOn <= dueOn) return refuse("extension_not_later");
  if (atMostOn === null || newDueOn > atMostOn) return refuse("extension_beyond_limit");
  return undefined;
}
