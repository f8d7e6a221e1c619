import { CsvError, parse } from "csv-parse/sync";
import { detectFileKind } from "../file-kind.ts";
import { toKindRefusal } from "../refuse-kind.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { tooLargeSheet } from "../xlsx/refuse-sheet.ts";
import type { Cell, SheetRow, Workbook } from "../xlsx/workbook.ts";
import { SHEET_LIMITS } from "../xlsx/workbook.ts";
import { refuseLargeFile } from "../zip/refuse-size.ts";
import { OFFICE_LIMITS } from "../zip/zip-limits.ts";
import { decodeText } from "./decode-text.ts";

const DELIMITERS = [",", "\t", ";"] as const;

const QUOTED = /"[^"]*(?:"|$)/g;

/** The delimiter that the first lines use most, outside quoted texts. */
function findDelimiter(text: string): string {
  const head = text.slice(0, 4000).replace(QUOTED, "");
  const count = (delimiter: string): number => head.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best), DELIMITERS[0]);
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: findDelimiter(text),
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
      to: SHEET_LIMITS.rows + 1,
    });
  } catch (error) {
    const line =
      error instanceof CsvError && typeof error["lines"] === "number" ? `第 ${error["lines"]} 行附近` : "文件中";
    throw new UnreadableFile(
      "broken_csv",
      `${line}的引号不成对，无法分列。请在 Excel 或 WPS 中打开，另存为 .xlsx 后重新上传。`,
    );
  }
}

/** The apostrophe by which an export made a formula harmless is no part of the text (format-csv.ts). */
const MADE_HARMLESS = /^'(?=[=+\-@\t\r\0＝＋－＠])/;

function toRow(record: readonly string[], index: number): SheetRow {
  const cells = new Map<number, Cell>();
  for (const [at, raw] of record.entries()) {
    const text = raw.replace(MADE_HARMLESS, "");
    if (text.trim() === "") continue;
    if (at >= SHEET_LIMITS.columns) throw tooLargeSheet("column", at + 1);
    cells.set(at + 1, { kind: "text", text: text.slice(0, SHEET_LIMITS.cellText) });
  }
  return { number: index + 1, hidden: false, cells };
}

/** Reads CSV (or tab-separated text) as a workbook of one sheet. A record is a row, also where a cell holds line ends. */
export function readCsv(bytes: Uint8Array): Workbook {
  refuseLargeFile(bytes, OFFICE_LIMITS.fileBytes);
  const kind = detectFileKind(bytes);
  if (kind !== "text") throw toKindRefusal(kind, "csv");
  const records = parseRecords(decodeText(bytes));
  if (records.length > SHEET_LIMITS.rows) throw tooLargeSheet("row", records.length);
  const rows = records.map(toRow).filter(({ cells }) => cells.size > 0);
  if (rows.length === 0) throw new UnreadableFile("empty_workbook", "文件里没有内容。请检查是否选错了文件。");
  return { sheets: [{ name: "CSV", state: "visible", rows, hiddenColumns: [], merges: [] }], warnings: [] };
}
