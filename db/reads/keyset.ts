import type { SQL, SQLWrapper } from "drizzle-orm";
import { sql } from "drizzle-orm";

/** A total order: the key, and the id among equals, both in one direction. */
export type KeysetOrder = { readonly key: SQLWrapper; readonly id: SQLWrapper; readonly descending: boolean };
/** The last row of the page before. */
export type KeysetStart = { readonly key: string | number; readonly id: string | number };

/**
 * Rows after `start`; no condition on the first page. Pages neither skip nor repeat while rows come and go. The key alone is
 * compared first: SQLite seeks an index of an expression by it, not by the pair.
 */
export function afterStart({ key, id, descending }: KeysetOrder, start: KeysetStart | undefined): SQL | undefined {
  if (!start) return undefined;
  const row = sql`(${key}, ${id})`;
  const last = sql`(${start.key}, ${start.id})`;
  return descending
    ? sql`${key} <= ${start.key} and ${row} < ${last}`
    : sql`${key} >= ${start.key} and ${row} > ${last}`;
}

export function inOrder({ key, id, descending }: KeysetOrder): [SQL, SQL] {
  return descending ? [sql`${key} desc`, sql`${id} desc`] : [sql`${key} asc`, sql`${id} asc`];
}
