import { UnreadableFile } from "../unreadable-file.ts";
import { columnLetters } from "./cell-reference.ts";
import { SHEET_LIMITS } from "./workbook.ts";

const LARGE: Readonly<Record<"row" | "column" | "cell", { code: string; limit: string }>> = {
  row: { code: "too_many_rows", limit: `${SHEET_LIMITS.rows} 行` },
  column: { code: "too_many_columns", limit: `${SHEET_LIMITS.columns} 列` },
  cell: { code: "too_many_cells", limit: `${SHEET_LIMITS.cells} 个单元格` },
};

export function tooLargeSheet(what: "row" | "column" | "cell", at: number): UnreadableFile {
  const where = what === "row" ? `第 ${at} 行` : what === "column" ? `${columnLetters(at)} 列` : `第 ${at} 个单元格`;
  return new UnreadableFile(
    LARGE[what].code,
    `表格在${where}还有内容，超过 ${LARGE[what].limit}的上限。请删去表格区域以外的多余行列，或拆成几个文件后重新上传。`,
  );
}

export function duplicateCell(row: number, column: number): UnreadableFile {
  return new UnreadableFile(
    "duplicate_cell",
    `文件内部对 ${columnLetters(column)}${row} 单元格写了两次，无法判断以哪个为准。请在 Excel 或 WPS 中重新另存后上传。`,
  );
}
