import type { LocationQuery } from "vue-router";
import type { operations } from "../../api/types.gen.ts";

export type LedgerQuery = NonNullable<operations["listAssignments"]["parameters"]["query"]>;

const FILTERS = [
  "campaign",
  "kind",
  "unit",
  "role",
  "state",
  "publication",
  "class",
  "mode",
  "keyItem",
  "overdue",
  "light",
  "motion",
  "q",
] as const;
export type LedgerFilter = (typeof FILTERS)[number];

/** What the address asks of the ledger; what the ledger does not know is left out, and the API refuses wrong values. */
export function toLedgerQuery(query: LocationQuery): LedgerQuery {
  const given = [...FILTERS, "sort" as const].flatMap((name) => {
    const value = query[name];
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given) as LedgerQuery;
}

/** The address after one filter changed; an empty value takes it away. */
export function withFilter(query: LedgerQuery, name: LedgerFilter | "sort", value: string | undefined): LedgerQuery {
  const { [name]: _, ...rest } = query;
  return value ? { ...rest, [name]: value } : rest;
}
