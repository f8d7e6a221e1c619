import type { Refusal } from "../handling/refusal.ts";
import { refuse } from "../handling/refusal.ts";

/**
 * An archive takes letters past contacts, opinions, forms and consent, because all of that happened elsewhere: so it is for a
 * year that is over and was never handled here. `today` is YYYY-MM-DD; `handledHere`: some matter of it was signed, answered
 * or objected to in this system.
 */
export function findArchiveObstacle(
  year: number,
  { today, handledHere }: { readonly today: string; readonly handledHere: boolean },
): Refusal | undefined {
  if (year >= Number(today.slice(0, 4))) return refuse("archive_year_running");
  return handledHere ? refuse("archive_year_handled") : undefined;
}
