import type { Column, SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Reader } from "./open.ts";

/** Where a statement goes: drizzle keeps it in the session, and in each prepared query a copy of it. */
type Place = { client: unknown; tx: unknown };

const prepared = new Map<unknown, object & Place>();

function placeOf(reader: Reader): Place {
  return (reader as unknown as { readonly session: Place }).session;
}

/**
 * A query built once for all connections, for what is asked at every turn: to build it costs more than to answer it. What is
 * given back asks over the connection, or within the transaction, that it is called for; nothing of either is kept.
 * `build` must be one and the same function each time, and its query hold placeholders for whatever changes. A placeholder in an
 * insert or an update takes no null for a flag or JSON: drizzle would write it as a value.
 */
export function prepareOnce<Query extends object, Connection extends Reader>(
  reader: Connection,
  build: (reader: Connection) => Query,
): Query {
  let query = prepared.get(build);
  if (!query) {
    query = build(reader) as Query & Place;
    query.client = query.tx = undefined;
    prepared.set(build, query);
  }
  const { client, tx } = placeOf(reader);
  const bound = Object.create(query) as Query & Place;
  bound.client = client;
  bound.tx = tx;
  return bound;
}

/** One of any number of values, given under this name as a JSON array: the statement stays the same. */
export function inValues(column: Column, name: string): SQL {
  return sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;
}
