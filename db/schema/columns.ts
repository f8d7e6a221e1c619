import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { integer } from "drizzle-orm/sqlite-core";

/** Grows by one with every change of the row: the row's ETag. */
export const version = () => integer("version").notNull().default(1);

/** `column in ('a', 'b')` from the list that types the code, so that the two cannot drift. */
export function oneOf(column: AnySQLiteColumn, values: readonly string[]) {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
}
