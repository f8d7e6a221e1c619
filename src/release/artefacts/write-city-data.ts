import { keyOf } from "../plan/key.ts";
import { cityTables } from "./city-tables.ts";
import { toFreshTable } from "./fresh-rows.ts";
import { MARK, toCsv, toJson, toSheet, type DataTable } from "./data-table.ts";
import { type ArtefactWork, isKept } from "./work.ts";
import { writeDatabase } from "./write-database.ts";
import { toWorkbookBytes } from "./write-workbook-bytes.ts";

/** Forms of each table of the whole site. */
export const TABLE_FORMS = [
  { ending: ".csv", label: "CSV，供 Excel 打开" },
  { ending: "-plain.csv", label: "CSV，不带字节顺序标记，供程序读取" },
  { ending: ".json", label: "JSON" },
] as const;
/** All tables of the whole site in one file. */
export const WHOLE_FILES = [
  { file: "data/huiyin.xlsx", label: "Excel 工作簿，每表一页" },
  { file: "data/huiyin.sqlite", label: "SQLite 数据库，每表一张，另有数据字典" },
] as const;

const NOTHING = new Uint8Array();

/** @param fresh the rows that stand otherwise than before: all of what is inspected */
async function writeTable({ writer }: ArtefactWork, table: DataTable, fresh: DataTable): Promise<void> {
  const csv = toCsv(table);
  const isWhole = fresh === table;
  await writer.put(`data/${table.name}.csv`, MARK + csv, isWhole ? undefined : Buffer.from(toCsv(fresh)));
  // The same rows were inspected a line above.
  await writer.put(`data/${table.name}-plain.csv`, csv, NOTHING);
  await writer.put(`data/${table.name}.json`, toJson(table), isWhole ? undefined : Buffer.from(toJson(fresh)));
}

const toBook = async (tables: readonly DataTable[]) =>
  await toWorkbookBytes(tables.map((table) => toSheet(table, table.rows)));
/** Names without a hyphen, so that nobody has to quote them. */
const toDatabase = async (tables: readonly DataTable[]) =>
  await writeDatabase(tables.map((table) => ({ ...table, name: table.name.replaceAll("-", "_") })));

/** Lists and figures of the whole site, table by table and all together; what did not change is left as it is. */
export async function writeCityData(work: ArtefactWork): Promise<readonly DataTable[]> {
  const { city, base, writer, note } = work;
  const tables = cityTables(city, base);
  const shows = city.all.map(({ id }) => id);
  const keys = tables.map((table) => keyOf(table));
  const fresh: DataTable[] = [];
  for (const [at, table] of tables.entries()) {
    const files = TABLE_FORMS.map(({ ending }) => `data/${table.name}${ending}`);
    const kept = files.map((file) => isKept(work, file, keys[at] ?? ""));
    const anew = kept.every(Boolean) ? { ...table, rows: [] } : await toFreshTable(work, table);
    fresh.push(anew);
    if (kept.every(Boolean)) continue;
    for (const file of files) note(file, shows);
    await writeTable(work, table, anew);
  }
  const whole = keyOf(keys);
  const isEvery = tables.every((table, at) => fresh[at] === table);
  const makers = [toBook, toDatabase] as const;
  for (const [at, { file }] of WHOLE_FILES.entries()) {
    if (isKept(work, file, whole)) continue;
    const make = makers[at] ?? toBook;
    note(file, shows);
    await writer.put(file, await make(tables), isEvery ? undefined : await make(fresh));
  }
  return tables;
}
