import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { integer } from "drizzle-orm/sqlite-core";

/** Grows by one with every change of the row: the row's ETag. */
export const version = () => integer("version").notNull().default(1);

/** 2026/0000039: 建议 before 提案, items of the session before those between sessions, then by number. */
export function motionOrder(motion: Record<"campaignId" | "kind" | "betweenSessions" | "number", AnySQLiteColumn>) {
  return sql<string>`printf('%s/%d%d%05d', ${motion.campaignId}, ${motion.kind} <> 'suggestion', ${motion.betweenSessions}, ${motion.number})`;
}

/** A date as a key to sort by: without one, after every date. */
export function dueOrder(date: AnySQLiteColumn) {
  return sql<string>`coalesce(${date}, '9999-12-31')`;
}

/** The unit in the id of its part: zhujian of 2026-jianyi-39.zhujian. No id of a motion holds a dot. */
export function unitOfPart(assignmentId: AnySQLiteColumn) {
  return sql<string>`substr(${assignmentId}, instr(${assignmentId}, '.') + 1)`;
}

/** `column in ('a', 'b')` from the list that types the code, so that the two cannot drift. */
export function oneOf(column: AnySQLiteColumn, values: readonly string[]) {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
}
