import type { CaseRows } from "./case-rows.ts";

/** `dated`: the ledger says the day itself. */
export type LedgerAnswer = { readonly on: string; readonly dated: boolean };

/**
 * The day of the answer that only the ledger of a past year tells of; undefined where a letter came, or where the ledger says
 * of no answer. A ledger without days leaves the last day of its year, which no term is judged by.
 */
export function findLedgerAnswer({ ledger, letters, dates, head }: CaseRows): LedgerAnswer | undefined {
  if (!ledger || letters.length > 0 || head.role === "joint") return undefined;
  const { classCode, repliedOn, docNumber, link } = ledger;
  if (repliedOn !== null) return { on: repliedOn, dated: true };
  const year = dates?.assignedOn.slice(0, 4);
  const says = classCode !== null || docNumber !== null || link !== null;
  return says && year ? { on: `${year}-12-31`, dated: false } : undefined;
}
