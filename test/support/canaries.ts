import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { SQLiteTable, getTableConfig } from "drizzle-orm/sqlite-core";
import * as accounts from "#db/schema/accounts.ts";
import * as actors from "#db/schema/actors.ts";
import * as aftercare from "#db/schema/aftercare.ts";
import * as campaigns from "#db/schema/campaigns.ts";
import * as closings from "#db/schema/closings.ts";
import * as decisions from "#db/schema/decisions.ts";
import * as documents from "#db/schema/documents.ts";
import * as files from "#db/schema/files.ts";
import * as handling from "#db/schema/handling.ts";
import * as imports from "#db/schema/imports.ts";
import * as motions from "#db/schema/motions.ts";
import * as operations from "#db/schema/operations.ts";
import * as overrides from "#db/schema/overrides.ts";
import * as replies from "#db/schema/replies.ts";
import * as units from "#db/schema/units.ts";
import type { Database } from "#db/open.ts";

/** A mark of its own in one text of one row. */
export type Canary = {
  readonly mark: string;
  /** table.column */
  readonly place: string;
  /** Whose the row is, as far as it says; none: everybody's or nobody's. */
  readonly units: readonly string[];
};

const modules = [
  accounts,
  actors,
  aftercare,
  campaigns,
  closings,
  decisions,
  documents,
  files,
  handling,
  imports,
  motions,
  operations,
  overrides,
  replies,
  units,
];
const TABLES = modules.flatMap((module) =>
  Object.values<unknown>(module).filter((item): item is SQLiteTable => is(item, SQLiteTable)),
);

/** Names, numbers, times and hashes that the program reads itself: a mark in them would break it, not show a leak. */
const MACHINE_MADE =
  /(?:^|_)(?:id|ids|by|code|codes|slug|at|on|login|hour|role|kind|state|mode|grade|stage|type|version|key|name|signature|hash|prefix)$/;
/** Of those, the names that people gave. */
const GIVEN_NAMES = new Set([
  "actors.name",
  "passkeys.name",
  "unit_people.name",
  "proposers.name",
  "attachments.name",
  "originals.name",
  "editions.contact_name",
]);

function isPlantable(table: string, column: SQLiteColumn, fixed: ReadonlySet<string>): boolean {
  if (column.getSQLType() !== "text" || column.primary || fixed.has(column.name)) return false;
  const isEnum = (column.enumValues ?? []).length > 0;
  return !isEnum && (GIVEN_NAMES.has(`${table}.${column.name}`) || !MACHINE_MADE.test(column.name));
}

function listFixed(table: SQLiteTable): ReadonlySet<string> {
  const { foreignKeys, primaryKeys } = getTableConfig(table);
  const columns = [
    ...foreignKeys.flatMap((key) => key.reference().columns),
    ...primaryKeys.flatMap((key) => key.columns),
  ];
  return new Set(columns.map(({ name }) => name));
}

/** Marks every sentence within; other values stay as they are. */
function markWithin(value: unknown, mark: string): unknown {
  if (typeof value === "string") return /\p{Script=Han}/u.test(value) ? `${value}${mark}` : value;
  if (Array.isArray(value)) return value.map((item) => markWithin(item, mark));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, markWithin(item, mark)]));
}

function toMarked(text: string, mark: string): string {
  if (!/^[[{"]/.test(text)) return `${text}${mark}`;
  try {
    return JSON.stringify(markWithin(JSON.parse(text), mark));
  } catch {
    return `${text}${mark}`;
  }
}

type Row = Record<string, string | number | null>;

/** Parts of a motion or assignment say by their names whose they are. */
function listOwners(row: Row, parts: ReadonlyMap<string, readonly string[]>, codes: readonly string[]): string[] {
  const values = Object.values(row).filter((value) => typeof value === "string");
  const named = codes.filter((code) => values.some((value) => value === code || value.endsWith(`.${code}`)));
  if (named.length > 0) return named;
  return [...new Set(values.flatMap((value) => parts.get(value) ?? []))];
}

async function readParts(db: Pick<Database, "all">): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.all<{ motion: string; unit: string }>(
    sql`select motion_id as motion, unit_code as unit from assignments`,
  );
  const parts = new Map<string, string[]>();
  for (const { motion, unit } of rows) parts.set(motion, [...(parts.get(motion) ?? []), unit]);
  return parts;
}

/** Puts a mark of its own into every text of every row that takes one. */
export async function plantCanaries(db: Pick<Database, "all" | "run">): Promise<Canary[]> {
  const canaries: Canary[] = [];
  const parts = await readParts(db);
  const codes = (await db.all<{ code: string }>(sql`select code from units`)).map(({ code }) => code);
  for (const table of TABLES) {
    const name = getTableName(table);
    const fixed = listFixed(table);
    const columns = Object.values(getTableColumns(table)).filter((column) => isPlantable(name, column, fixed));
    const rows = await db.all<Row & { rowid: number }>(sql`select rowid, * from ${sql.identifier(name)}`);
    for (const row of rows) {
      for (const column of columns) {
        const text = row[column.name];
        if (typeof text !== "string" || text === "") continue;
        const mark = `zq${canaries.length}zq`;
        const marked = toMarked(text, mark);
        const planted = await db
          .run(
            sql`update ${sql.identifier(name)} set ${sql.identifier(column.name)} = ${marked} where rowid = ${row.rowid}`,
          )
          .then(
            () => marked !== text,
            () => false,
          );
        if (planted) canaries.push({ mark, place: `${name}.${column.name}`, units: listOwners(row, parts, codes) });
      }
    }
  }
  return canaries;
}
