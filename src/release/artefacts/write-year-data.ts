import { keyOf } from "../plan/key.ts";
import { toBytes } from "../write-files.ts";
import { type Cell, csvLine, MARK, toSheet } from "./data-table.ts";
import { LETTER_HEAD, letterRows } from "./letter-table.ts";
import { type ArtefactWork, isKept } from "./work.ts";
import { writeDatabase } from "./write-database.ts";
import { toWorkbookBytes } from "./write-workbook-bytes.ts";
import { joinLines, readYearLines, toMatter, yearFileOf } from "./year-lines.ts";
import type { YearLines, YearTask, YearWork } from "./year-lines.ts";
import { cutYear, type YearPart } from "./year-parts.ts";

/** Every form in which the letters of a year are given. */
export const YEAR_FORMS = [
  { ending: ".csv", label: "CSV，供 Excel 打开" },
  { ending: "-plain.csv", label: "CSV，不带字节顺序标记，供程序读取" },
  { ending: ".json", label: "JSON，字段最全" },
  { ending: ".xlsx", label: "Excel 工作簿" },
  { ending: ".sqlite", label: "SQLite 数据库" },
] as const;

const HEAD_LINE = csvLine(LETTER_HEAD.map(({ name }) => name));

/** Rows of the letters, by motion. */
type Rows = ReadonlyMap<string, readonly (readonly Cell[])[]>;

function toRows({ ids, lineOf }: YearLines, base: string): Rows {
  return new Map(ids.map((id) => [id, letterRows(toMatter(lineOf(id)), base)]));
}

function* rowsOf(rows: Rows, ids: readonly string[]): Generator<readonly Cell[]> {
  for (const id of ids) yield* rows.get(id) ?? [];
}

function toTable(rows: Rows, ids: readonly string[]): string {
  return HEAD_LINE + Array.from(rowsOf(rows, ids), csvLine).join("");
}

type Content = Uint8Array | string;

/** A year's letters, or a part of them, in every form; inspected is what stands otherwise than before. */
export async function writeYear(work: YearWork, part: YearTask): Promise<void> {
  const { writer, base, note } = work;
  const lines = await readYearLines(work, part);
  const { ids, fresh, lineOf } = lines;
  const isWhole = fresh.length === ids.length;
  const put = async (ending: string, content: Content, make: () => Promise<Content> | Content) => {
    const file = yearFileOf(part, ending);
    note(file, fresh);
    await writer.put(file, content, isWhole ? undefined : toBytes(await make()));
  };
  await put(".json", joinLines(ids.map(lineOf)), () => joinLines(fresh.map(lineOf)));
  const rows = toRows(lines, base);
  const table = toTable(rows, ids);
  await put(".csv", MARK + table, () => toTable(rows, fresh));
  // The same rows were inspected a line above.
  note(yearFileOf(part, "-plain.csv"), fresh);
  await writer.put(yearFileOf(part, "-plain.csv"), table, new Uint8Array());
  const head = { name: "replies", title: `${part.year}年公开答复`, columns: LETTER_HEAD };
  const toBook = async (some: readonly string[]) => await toWorkbookBytes([toSheet(head, rowsOf(rows, some))]);
  const toDatabase = async (some: readonly string[]) => await writeDatabase([{ ...head, rows: rowsOf(rows, some) }]);
  await put(".xlsx", await toBook(ids), async () => await toBook(fresh));
  await put(".sqlite", await toDatabase(ids), async () => await toDatabase(fresh));
}

/** As it was cut in the release before. */
function findBefore({ before, siteBefore, city }: ArtefactWork, part: YearPart): YearWork["before"] {
  const year = before?.plan.years.find((item) => item.year === part.year);
  const isThere = before?.plan.keys[yearFileOf(part, ".json")] !== undefined;
  if (!year || !isThere || siteBefore === undefined) return undefined;
  const same = cutYear(year, city.sizes).find(({ number }) => number === part.number);
  return same && { matters: same.matters, site: siteBefore };
}

/** The letters of each year in every form; those of which nothing changed are left as they are. */
export async function writeYearData(work: ArtefactWork): Promise<void> {
  for (const part of work.city.years.flatMap((year) => cutYear(year, work.city.sizes))) {
    const matters = part.matters.map(({ id, hash }) => ({ id, hash }));
    const key = keyOf(
      work.base,
      matters.map(({ id, hash }) => [id, hash]),
    );
    // Every file has its key, so that one that is no more can be told; all of a part have the same.
    const kept = YEAR_FORMS.map(({ ending }) => isKept(work, yearFileOf(part, ending), key));
    if (kept.every(Boolean)) continue;
    const task: YearTask = { year: part.year, number: part.number, matters };
    if (work.share) void work.share({ kind: "year", part: task });
    else await writeYear({ ...work, before: findBefore(work, part) }, task);
  }
}
