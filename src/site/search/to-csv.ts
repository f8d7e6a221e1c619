import type { CatalogueRow } from "#domain/search/catalogue.ts";
import type { Line } from "./open-shard.ts";
import type { SearchWords } from "./words.ts";

export type CsvItem = { readonly row: CatalogueRow; readonly line: Line };

const HEAD = [
  "年份",
  "种类",
  "编号",
  "标题",
  "办理结果",
  "办理单位",
  "主题",
  "公开方式",
  "重点办理",
  "公开日期",
  "文号",
  "网址",
];
/** A cell that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;

function toCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function toRow({ row, line }: CsvItem, words: SearchWords, origin: string): string[] {
  const [title, number, ...docNumbers] = line;
  return [
    String(row.year),
    words.kinds[row.kind] ?? row.kind,
    number,
    title,
    row.outcomes.join("；"),
    row.units.join("；"),
    row.topic ?? "",
    words.modes[row.mode] ?? row.mode,
    row.isKeyItem ? "是" : "否",
    row.publishedOn,
    docNumbers.join("；"),
    `${origin}${words.base}${row.path}`,
  ];
}

/** RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. @param origin of the page's address */
export function toCsv(items: readonly CsvItem[], words: SearchWords, origin: string): string {
  const rows = [HEAD, ...items.map((item) => toRow(item, words, origin))];
  return `\ufeff${rows.map((row) => row.map(toCell).join(",")).join("\r\n")}\r\n`;
}

/** 搜索结果-加装电梯.csv, without what file systems refuse. */
export function toCsvName(q: string): string {
  return `搜索结果-${q
    .replaceAll(/[\\/:*?"<>|\s]+/gu, " ")
    .trim()
    .slice(0, 40)}.csv`;
}
