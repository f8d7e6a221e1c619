import type { InferInsertModel, SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Transaction } from "./open.ts";
import { prepareOnce } from "./prepare-once.ts";

type Values = Readonly<Record<string, unknown>>;
type Statement = { readonly run: (values: Values) => Promise<unknown> };
type Build = (tx: Transaction) => Statement;

/** Null stands in the statement: of a placeholder's null drizzle would make what the column holds, 0 of a flag, "null" of JSON. */
function toShape(values: Values): Values {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, value === null ? null : sql.placeholder(name)]));
}

/** Statements that name the same columns, and the same of them null, are one. */
function keepBuilds(make: (shape: Values) => Build): (values: Values) => Build {
  const builds = new Map<string, Build>();
  return (values) => {
    const shape = toShape(values);
    const key = Object.entries(shape)
      .map(([name, value]) => (value === null ? `${name}=null` : name))
      .join();
    const build = builds.get(key) ?? make(shape);
    builds.set(key, build);
    return build;
  };
}

/** Adds a row with a statement that is built once (prepare-once.ts). */
export function insertOnce<T extends SQLiteTable>(table: T) {
  const find = keepBuilds(
    (shape) => (tx) =>
      tx
        .insert(table)
        .values(shape as T["$inferInsert"])
        .prepare(),
  );
  return async (tx: Transaction, row: InferInsertModel<T>): Promise<void> => {
    await prepareOnce(tx, find(row)).run(row);
  };
}

/**
 * Sets columns of the rows that `isIt` names by placeholders, with a statement that is built once; `always` beside them. The
 * placeholders' names are none of the table's columns. What is undefined in the patch is left as it is.
 */
export function updateOnce<T extends SQLiteTable>(
  table: T,
  isIt: SQL | undefined,
  always: Readonly<Record<string, SQL>> = {},
) {
  const find = keepBuilds(
    (shape) => (tx) =>
      tx
        .update(table)
        .set({ ...shape, ...always } as never)
        .where(isIt)
        .prepare(),
  );
  return async (tx: Transaction, key: Values, patch: Partial<InferInsertModel<T>>): Promise<void> => {
    await prepareOnce(tx, find(patch)).run({ ...patch, ...key });
  };
}
