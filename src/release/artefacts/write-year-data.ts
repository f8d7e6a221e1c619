import { keyOf } from "../plan/key.ts";
import type { ShownYear } from "../plan/shown.ts";
import { type Cell, csvLine, MARK, toSheet } from "./data-table.ts";
import { LETTER_HEAD, letterRows } from "./letter-table.ts";
import { type ArtefactWork, isKept } from "./work.ts";
import { writeDatabase } from "./write-database.ts";
import { toWorkbookBytes } from "./write-workbook-bytes.ts";
import { joinLines, readYearLines, toMatter, yearFileOf, type YearLines } from "./year-lines.ts";

/** Every form in which the letters of a year are given. */
export const YEAR_FORMS = [
  { ending: ".csv", label: "CSV，供 Excel 打开" },
  { ending: "-plain.csv", label: "CSV，不带字节顺序标记，供程序读取" },
  { ending: ".json", label: "JSON，字段最全" },
  { ending: ".xlsx", label: "Excel 工作簿" },
  { ending: ".sqlite", label: "SQLite 数据库" },
] as const;

const HEAD_LINE = csvLine(LETTER_HEAD.map(({ name }) => name));

function* rowsOf({ lineOf }: YearLines, ids: readonly string[], base: string): Generator<Cell[]> {
  for (const id of ids) yield* letterRows(toMatter(lineOf(id)), base);
}

function toTable(lines: YearLines, ids: readonly string[], base: string): string {
  let text = HEAD_LINE;
  for (const row of rowsOf(lines, ids, base)) text += csvLine(row);
  return text;
}

async function writeYear(work: ArtefactWork, { year, matters }: ShownYear): Promise<void> {
  const { writer, base, note } = work;
  const lines = await readYearLines(work, year, matters);
  const { ids, fresh, lineOf } = lines;
  const put = async (ending: string, shows: readonly string[], content: Uint8Array | string, part?: Uint8Array) => {
    const file = yearFileOf(year, ending);
    note(file, shows);
    await writer.put(file, content, part);
  };
  await put(".json", fresh, joinLines(ids.map(lineOf)), joinLines(fresh.map(lineOf)));
  const [table, freshTable] = [toTable(lines, ids, base), Buffer.from(toTable(lines, fresh, base))];
  await put(".csv", fresh, MARK + table, freshTable);
  // The same rows were inspected a line above.
  await put("-plain.csv", fresh, table, new Uint8Array());
  const head = { name: "replies", title: `${year}年公开答复`, columns: LETTER_HEAD };
  const toBook = async (part: readonly string[]) => await toWorkbookBytes([toSheet(head, rowsOf(lines, part, base))]);
  const toDatabase = async (part: readonly string[]) =>
    await writeDatabase([{ ...head, rows: rowsOf(lines, part, base) }]);
  await put(".xlsx", fresh, await toBook(ids), await toBook(fresh));
  await put(".sqlite", fresh, await toDatabase(ids), await toDatabase(fresh));
}

/** The letters of each year in every form; a year of which nothing changed is left as it is. */
export async function writeYearData(work: ArtefactWork): Promise<void> {
  for (const year of work.city.years) {
    if (year.matters.length === 0) continue;
    const key = keyOf(
      work.base,
      year.matters.map(({ id, hash }) => [id, hash]),
    );
    // Every file has its key, so that one that is no more can be told; all of a year have the same.
    const kept = YEAR_FORMS.map(({ ending }) => isKept(work, yearFileOf(year.year, ending), key));
    if (!kept.every(Boolean)) await writeYear(work, year);
  }
}
