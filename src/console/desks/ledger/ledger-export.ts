import { BASE } from "../../api/client.ts";
import type { LedgerQuery } from "./ledger-query.ts";

/** Address of the file with exactly what is filtered, whole. */
export function toExportAddress({ sort: _sort, ...filter }: LedgerQuery): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  return `${BASE}/api/exports/ledger${query.size > 0 ? `?${query}` : ""}`;
}
