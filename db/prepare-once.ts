import type { Column, SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Reader } from "./open.ts";

const prepared = new WeakMap<Reader, Map<unknown, unknown>>();

/**
 * A query built once for each connection, for what is asked at every turn: to build it costs more than to answer it.
 * `build` must be one and the same function each time, and its query hold placeholders for whatever changes.
 */
export function prepareOnce<Query>(reader: Reader, build: (reader: Reader) => Query): Query {
  let queries = prepared.get(reader);
  if (!queries) prepared.set(reader, (queries = new Map()));
  const known = queries.get(build) as Query | undefined;
  if (known !== undefined) return known;
  const query = build(reader);
  queries.set(build, query);
  return query;
}

/** One of any number of values, given under this name as a JSON array: the statement stays the same. */
export function inValues(column: Column, name: string): SQL {
  return sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;
}
