import { readCsv } from "../csv/read-csv.ts";
import { detectFileKind } from "../file-kind.ts";
import { toKindRefusal } from "../refuse-kind.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { readWorkbook } from "../xlsx/read-workbook.ts";
import type { Sheet, Workbook } from "../xlsx/workbook.ts";
import { refuseLargeFile } from "../zip/refuse-size.ts";
import { OFFICE_LIMITS } from "../zip/zip-limits.ts";
import type { AllocationHeader } from "./find-header.ts";
import { findHeader } from "./find-header.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import { toSheetGrid } from "./sheet-grid.ts";

export type OpenTable = {
  readonly sheet: Sheet;
  readonly grid: SheetGrid;
  readonly header: AllocationHeader;
  readonly notices: readonly string[];
};

/** Bytes decide. Text whose name says .xlsx is refused, so that nobody believes that a workbook was read. */
async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  refuseLargeFile(bytes, OFFICE_LIMITS.fileBytes);
  const kind = detectFileKind(bytes);
  if (kind !== "text") return readWorkbook(bytes);
  if (/\.(?:xlsx|xls|docx?)$/i.test(fileName)) throw toKindRefusal(kind, "xlsx");
  return readCsv(bytes);
}

/** The first visible sheet with a header row; other visible sheets that hold something are named. */
export async function openTable(bytes: Uint8Array, fileName: string): Promise<OpenTable> {
  const workbook = await openWorkbook(bytes, fileName);
  const visible = workbook.sheets.filter((sheet) => sheet.state === "visible" && sheet.rows.length > 0);
  const warnings = workbook.warnings.map(({ message }) => message);
  for (const sheet of visible) {
    const grid = toSheetGrid(sheet);
    const header = findHeader(grid);
    if (!header) continue;
    const others = visible.filter((other) => other !== sheet).map(({ name }) => `工作表“${name}”没有读入。`);
    return { sheet, grid, header, notices: [...warnings, ...others] };
  }
  throw new UnreadableFile(
    "no_header",
    `前 30 行里找不到表头${warnings.length > 0 ? `（${warnings.join("")}）` : ""}。表头应当包含“编号”“案由”“领衔代表”或“第一提案人”“主办单位”等列名。请补上表头后重新上传。`,
  );
}
