import { writeDocx } from "#exchange/write/docx/write-docx.ts";
import { writeHtml } from "#exchange/write/html/write-html.ts";
import type { Paper } from "#exchange/write/paper/paper.ts";
import { writeCsv } from "#exchange/write/tables/write-csv.ts";
import type { SheetPlan } from "#exchange/write/xlsx/sheet-plan.ts";
import { writeWorkbook } from "#exchange/write/xlsx/write-workbook.ts";
import { Invalid } from "../errors.ts";

/** docx to be worked on, html to be printed or saved as PDF by the browser. */
export const PAPER_FORMATS = ["docx", "html"] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];
export const TABLE_FORMATS = ["xlsx", "csv"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const TYPES: Readonly<Record<PaperFormat | TableFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** A file on its way out: whole, or piece by piece as it is made. */
export type ExportFile = {
  readonly name: string;
  readonly type: string;
  readonly format: PaperFormat | TableFormat;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
};

/** No system takes these in a name; a long one is cut. */
function toFileName(name: string, format: string): string {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "_").trim();
  return `${[...safe].slice(0, 80).join("")}.${format}`;
}

export async function toPaperFile(paper: Paper, format: PaperFormat): Promise<ExportFile> {
  const body = format === "docx" ? await writeDocx(paper) : new TextEncoder().encode(writeHtml(paper));
  return { name: toFileName(paper.name, format), type: TYPES[format], format, body };
}

/** A workbook of all tables, or the first of them as CSV: a CSV holds one. */
export function toTableFile(plans: readonly SheetPlan[], format: TableFormat, name: string): ExportFile {
  const [first] = plans;
  if (!first) throw new Invalid("没有可以导出的表格");
  const body = format === "csv" ? writeCsv(first) : writeWorkbook(plans);
  return { name: toFileName(name, format), type: TYPES[format], format, body };
}
