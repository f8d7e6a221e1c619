import type { SQL } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { ledger, ledgerCells } from "../schema/ledger.ts";
import type { LedgerPart } from "./ledger-cells.ts";
import { LEDGER_ORDERS, countCells, listLedgerParts } from "./ledger-cells.ts";
import type { LedgerFilter, LedgerRows, LedgerWalk } from "./ledger-query.ts";
import { FROM_CELLS, FROM_LEDGER, countQuery, fromCandidates, gatherQuery, rowsOf, walkQuery } from "./ledger-query.ts";
import { LOOKED_AT, planTextSearch } from "./motion-text.ts";

/** So many rows are gathered and sorted; of more, the list is walked in its order. */
const FEW_ROWS = 1000;
export const FEW = { rows: FEW_ROWS, motions: LOOKED_AT };

export type LedgerKey = { readonly id: string; readonly key: string };
export type LedgerPage = {
  readonly rows: readonly LedgerKey[];
  readonly total: number;
  /** False: the newest that hold a common text; there may be more. */
  readonly exact: boolean;
};

/** Parts from the start of the page on that surely hold `enough` rows; what is left of the first is not known. */
function pickParts(parts: readonly LedgerPart[], { sort, descending, start }: LedgerWalk, enough: number): string[] {
  const first = start === undefined ? undefined : LEDGER_ORDERS[sort].split(String(start.key))[0];
  const picked: string[] = [];
  let sure = 0;
  for (const { part, count } of descending ? parts.toReversed() : parts) {
    if (sure >= enough) break;
    if (first !== undefined && (descending ? part > first : part < first)) continue;
    picked.push(part);
    if (part !== first) sure += count;
  }
  return picked;
}

async function listKeys(reader: Reader, query: SQL): Promise<readonly LedgerKey[]> {
  return await reader.all<LedgerKey>(query);
}

async function count(reader: Reader, rows: LedgerRows): Promise<number> {
  return (await reader.get<{ count: number }>(countQuery(rows))).count;
}

async function gather(reader: Reader, rows: LedgerRows, walk: LedgerWalk, exact = true): Promise<LedgerPage> {
  return { rows: await listKeys(reader, gatherQuery(rows, walk)), total: await count(reader, rows), exact };
}

/** Of a text that stands in very many, rows of the newest; unless the other filters leave few rows to look through. */
async function readText(
  reader: Reader,
  filter: LedgerFilter,
  walk: LedgerWalk,
  today: string,
  few: typeof FEW,
): Promise<LedgerPage> {
  const { candidates, exact, holds } = await planTextSearch(reader, filter.q ?? "", filter.campaign, few.motions);
  if (exact || (await countCells(reader, filter, today)) > few.rows) {
    return await gather(reader, rowsOf(fromCandidates(candidates), filter, today), walk, exact);
  }
  const held = holds(ledger.motionId, ledgerCells.campaignId);
  return await gather(reader, rowsOf(FROM_CELLS, filter, today, held), walk);
}

async function readMotion(reader: Reader, filter: LedgerFilter, walk: LedgerWalk, today: string): Promise<LedgerPage> {
  const { holds } = filter.q === undefined ? {} : await planTextSearch(reader, filter.q, filter.campaign);
  return await gather(
    reader,
    rowsOf(FROM_LEDGER, filter, today, holds?.(ledger.motionId, ledgerCells.campaignId)),
    walk,
  );
}

/**
 * One page of the ledger with the number of all that match. Two ways, neither of which reads the whole of it: what is few
 * is gathered from where it is picked out and sorted; of what is many, the index of the order is walked, but only
 * through those parts of the list of which the cells say that rows of the page are in them. `few`: what is gathered, and
 * how many motions a text is looked for in.
 */
export async function readLedgerPage(
  reader: Reader,
  filter: LedgerFilter,
  walk: LedgerWalk,
  today: string,
  few = FEW,
): Promise<LedgerPage> {
  if (filter.motion !== undefined) return await readMotion(reader, filter, walk, today);
  if (filter.q !== undefined) return await readText(reader, filter, walk, today, few);
  const parts = await listLedgerParts(reader, walk.sort, filter, today);
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const query =
    total <= few.rows
      ? gatherQuery(rowsOf(FROM_CELLS, filter, today), walk)
      : walkQuery(rowsOf(FROM_LEDGER, filter, today), walk, pickParts(parts, walk, walk.limit));
  return { rows: await listKeys(reader, query), total, exact: true };
}
