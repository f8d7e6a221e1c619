import { readCsv } from "../csv/read-csv.ts";
import { detectFileKind } from "../file-kind.ts";
import { toKindRefusal } from "../refuse-kind.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { readWorkbook } from "../xlsx/read-workbook.ts";
import type { Sheet, Workbook } from "../xlsx/workbook.ts";
import { refuseLargeFile } from "../zip/refuse-size.ts";
import { OFFICE_LIMITS } from "../zip/zip-limits.ts";
import type { AllocationHeader } from "./find-header.ts";
import { findHeader, refuseMissingColumns } from "./find-header.ts";
import type { RecallMapping, TableChoice } from "./mapping.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import { toSheetGrid } from "./sheet-grid.ts";

/** What the caller changed, and what was chosen before. */
export type TableReading = { readonly choice?: TableChoice | undefined; readonly recall?: RecallMapping | undefined };

export type OpenTable = {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly grid: SheetGrid;
  readonly header: AllocationHeader;
  readonly notices: readonly string[];
};

/** Bytes decide. Text whose name says .xlsx is refused, so that nobody believes that a workbook was read. */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  refuseLargeFile(bytes, OFFICE_LIMITS.fileBytes);
  const kind = detectFileKind(bytes);
  if (kind !== "text") return readWorkbook(bytes);
  if (/\.(?:xlsx|xls|docx?)$/i.test(fileName)) throw toKindRefusal(kind, "xlsx");
  return readCsv(bytes);
}

/** Sheets that may be read: the chosen one, or every visible one. A hidden sheet is read by nobody's choice. */
function candidates({ sheets }: Workbook, wanted: string | undefined): Sheet[] {
  const visible = sheets.filter((sheet) => sheet.state === "visible" && sheet.rows.length > 0);
  if (wanted === undefined) return visible;
  const chosen = visible.filter((sheet) => sheet.name === wanted);
  if (chosen.length > 0) return chosen;
  throw new UnreadableFile(
    "no_such_sheet",
    `没有可以读取的工作表“${wanted}”：它不存在、没有内容，或者是隐藏的。请另选一张工作表，或取消隐藏后重新上传。`,
  );
}

/** The first visible sheet with a header row; other visible sheets that hold something are named. */
export function findTable(workbook: Workbook, { choice = {}, recall }: TableReading): OpenTable | undefined {
  const sheets = candidates(workbook, choice.sheet);
  const warnings = workbook.warnings.map(({ message }) => message);
  for (const sheet of sheets) {
    const grid = toSheetGrid(sheet);
    const header = findHeader(grid, choice, recall);
    if (!header) continue;
    const others = workbook.sheets
      .filter((other) => other !== sheet && other.state === "visible" && other.rows.length > 0)
      .map(({ name }) => `工作表“${name}”没有读入。`);
    return { workbook, sheet, grid, header, notices: [...warnings, ...others] };
  }
  return undefined;
}

/** As findTable; throws UnreadableFile no_header, missing_column where the table cannot be read. */
export async function openTable(bytes: Uint8Array, fileName: string, reading: TableReading = {}): Promise<OpenTable> {
  const workbook = await openWorkbook(bytes, fileName);
  const table = findTable(workbook, reading);
  if (table) {
    refuseMissingColumns(table.header);
    return table;
  }
  const { warnings } = workbook;
  const aside = warnings.length > 0 ? `（${warnings.map(({ message }) => message).join("")}）` : "";
  throw new UnreadableFile(
    "no_header",
    `前 30 行里找不到表头${aside}。表头应当包含“编号”“案由”“领衔代表”或“第一提案人”“主办单位”等列名。请指定哪一行是表头、各列是什么内容，或补上表头后重新上传。`,
  );
}
