import { keyOf } from "../plan/key.ts";
import { listTableGroups, makeTables, type TableGroup } from "./city-tables.ts";
import { toFreshTable } from "./fresh-rows.ts";
import { MARK, toCsv, toJson, toSheet, type DataTable } from "./data-table.ts";
import { type ArtefactWork, isKept } from "./work.ts";
import { writeDatabase } from "./write-database.ts";
import { toWorkbookBytes } from "./write-workbook-bytes.ts";

/** Forms of each table. */
export const TABLE_FORMS = [
  { ending: ".csv", label: "CSV，供 Excel 打开" },
  { ending: "-plain.csv", label: "CSV，不带字节顺序标记，供程序读取" },
  { ending: ".json", label: "JSON" },
] as const;
/** All tables of a group in one file. */
const WHOLE_FORMS = [
  { ending: ".xlsx", label: "Excel 工作簿，每表一页" },
  { ending: ".sqlite", label: "SQLite 数据库，每表一张，另有数据字典" },
] as const;

/** Paths inside the site without a slash in front. */
export function tableFiles({ suffix }: Pick<TableGroup, "suffix">, { name }: Pick<DataTable, "name">) {
  return TABLE_FORMS.map(({ ending, label }) => ({ file: `data/${name}${suffix}${ending}`, label }));
}

export function wholeFiles({ book }: Pick<TableGroup, "book">) {
  return WHOLE_FORMS.map(({ ending, label }) => ({ file: `data/${book}${ending}`, label }));
}

const NOTHING = new Uint8Array();

/** @param fresh the rows that stand otherwise than before: all of what is inspected */
async function writeTable({ writer }: ArtefactWork, group: TableGroup, table: DataTable, fresh: DataTable) {
  const [marked, plain, json] = tableFiles(group, table).map(({ file }) => file);
  const csv = toCsv(table);
  const isWhole = fresh === table;
  await writer.put(marked ?? "", MARK + csv, isWhole ? undefined : Buffer.from(toCsv(fresh)));
  // The same rows were inspected a line above.
  await writer.put(plain ?? "", csv, NOTHING);
  await writer.put(json ?? "", toJson(table), isWhole ? undefined : Buffer.from(toJson(fresh)));
}

const toBook = async (tables: readonly DataTable[]) =>
  await toWorkbookBytes(tables.map((table) => toSheet(table, table.rows)));
/** Names without a hyphen, so that nobody has to quote them. */
const toDatabase = async (tables: readonly DataTable[]) =>
  await writeDatabase(tables.map((table) => ({ ...table, name: table.name.replaceAll("-", "_") })));

async function writeGroup(work: ArtefactWork, group: TableGroup): Promise<void> {
  const { base, writer, note } = work;
  const whole = wholeFiles(group);
  const files = [...group.plans.flatMap((plan) => tableFiles(group, plan)), ...whole].map(({ file }) => file);
  const key = keyOf(base, group.key);
  const kept = files.map((file) => isKept(work, file, key));
  if (kept.every(Boolean)) return;
  const shows = group.part.matters.map(({ id }) => id);
  for (const file of files) note(file, shows);
  const tables = makeTables(group, base);
  const fresh: DataTable[] = [];
  for (const table of tables) {
    const anew = await toFreshTable(work, table, tableFiles(group, table)[1]?.file ?? "");
    fresh.push(anew);
    await writeTable(work, group, table, anew);
  }
  const isEvery = tables.every((table, at) => fresh[at] === table);
  for (const [at, make] of [toBook, toDatabase].entries())
    await writer.put(whole[at]?.file ?? "", await make(tables), isEvery ? undefined : await make(fresh));
}

/** Lists and figures of the whole site, table by table and all together; what did not change is left as it is. */
export async function writeCityData(work: ArtefactWork): Promise<void> {
  for (const group of listTableGroups(work.city)) await writeGroup(work, group);
}
