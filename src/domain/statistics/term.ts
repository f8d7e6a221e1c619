/** A deadline and the day on which it was met; null: no such deadline (or none that the calendar tells), or not met yet. */
export type Term = { readonly dueOn: string | null; readonly doneOn: string | null };

/** A term counts once it is met or past: what still has time is neither kept nor missed. The due day itself is in time. */
export function isRipe({ dueOn, doneOn }: Term, today: string): boolean {
  return dueOn !== null && (doneOn !== null || dueOn < today);
}

export function isKept({ dueOn, doneOn }: Term): boolean {
  return dueOn !== null && doneOn !== null && doneOn <= dueOn;
}
