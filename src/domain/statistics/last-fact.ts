import type { CaseFacts, Sheet } from "./facts.ts";
import { listCases } from "./facts.ts";

function daysOf(row: CaseFacts): (string | null)[] {
  return [
    row.replyByCampaign.doneOn,
    row.closedOn,
    row.publishing.doneOn,
    ...row.followUps.map(({ doneOn }) => doneOn),
    ...row.classes.map(({ on }) => on),
  ];
}

/**
 * The last day on which something came to be that the figures of a year count: a year's figures are a function of its
 * facts, not of the day on which somebody asks. Null before the first.
 */
export function findLastFact(sheet: Sheet): string | null {
  const days = [...listCases(sheet).flatMap(daysOf), ...sheet.commitments.map(({ keptOn }) => keptOn)];
  return days.reduce<string | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}
