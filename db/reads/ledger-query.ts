import type { SQL } from "drizzle-orm";
import { and, eq, sql } from "drizzle-orm";
import { ledger, ledgerCells } from "../schema/ledger.ts";
import type { KeysetStart } from "./keyset.ts";
import type { LedgerFacets, LedgerSort } from "./ledger-cells.ts";
import { LEDGER_ORDERS, inCells } from "./ledger-cells.ts";

/** The statements behind a page of the ledger. */

export type LedgerFilter = LedgerFacets & {
  readonly motion?: string | undefined;
  /** Part of the title, or of the number. */
  readonly q?: string | undefined;
};

export type LedgerOrder = { readonly sort: LedgerSort; readonly descending: boolean };
export type LedgerWalk = LedgerOrder & { readonly start: KeysetStart | undefined; readonly limit: number };

const cellOfRow = sql`cross join ${ledgerCells} on ${ledgerCells.id} = ${ledger.cellId}`;

/** Where the rows of a list come from. Tables stand in the order in which they are read: SQLite keeps a cross join. */
export const FROM_CELLS = sql`${ledgerCells} cross join ${ledger} on ${ledger.cellId} = ${ledgerCells.id}`;
export const FROM_LEDGER = sql`${ledger} ${cellOfRow}`;
/** `candidates`: a select of `motion_id`. */
export const fromCandidates = (candidates: SQL): SQL =>
  sql`(${candidates}) as sought cross join ${ledger} on ${ledger.motionId} = sought.motion_id ${cellOfRow}`;

/** Rows of a source that match. */
export type LedgerRows = { readonly from: SQL; readonly where: SQL | undefined };

/** `holds`: whether the text that is sought is in the motion of a row. */
export function rowsOf(from: SQL, filter: LedgerFilter, today: string, holds?: SQL): LedgerRows {
  const motion = filter.motion === undefined ? undefined : eq(ledger.motionId, filter.motion);
  return { from, where: and(motion, inCells(filter, today), holds) };
}

const whereOf = (where: SQL | undefined) => (where ? sql`where ${where}` : sql``);

function listColumns({ sort }: LedgerOrder): SQL[] {
  return [...LEDGER_ORDERS[sort].columns, sql`${ledger.assignmentId}`];
}

function after(walk: LedgerWalk): SQL | undefined {
  if (!walk.start) return undefined;
  const values = [...LEDGER_ORDERS[walk.sort].split(String(walk.start.key)), walk.start.id];
  const row = sql`(${sql.join(listColumns(walk), sql`, `)})`;
  const last = sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;
  return walk.descending ? sql`${row} < ${last}` : sql`${row} > ${last}`;
}

function inOrder(walk: LedgerWalk): SQL {
  const direction = walk.descending ? sql`desc` : sql`asc`;
  const order = listColumns(walk).map((column) => sql`${column} ${direction}`);
  return sql`order by ${sql.join(order, sql`, `)} limit ${walk.limit}`;
}

function pageOf({ from, where }: LedgerRows, walk: LedgerWalk): SQL {
  const { key } = LEDGER_ORDERS[walk.sort];
  return sql`select ${ledger.assignmentId} as id, ${key} as key from ${from} ${whereOf(and(where, after(walk)))} ${inOrder(walk)}`;
}

/** Ids and keys of a page: few rows, sorted. The remark tells whoever reads a plan why it sorts. */
export function gatherQuery(rows: LedgerRows, walk: LedgerWalk): SQL {
  return sql`/* gathered */ ${pageOf(rows, walk)}`;
}

/** The same, of many rows, by the index of the order, through some parts of the list. */
export function walkQuery({ from, where }: LedgerRows, walk: LedgerWalk, parts: readonly string[]): SQL {
  return pageOf({ from, where: and(sql`${LEDGER_ORDERS[walk.sort].part} in ${parts}`, where) }, walk);
}

export function countQuery({ from, where }: LedgerRows): SQL {
  return sql`select count(*) as count from ${from} ${whereOf(where)}`;
}
