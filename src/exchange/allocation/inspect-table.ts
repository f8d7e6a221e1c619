import { UnreadableFile } from "../unreadable-file.ts";
import type { Sheet, Workbook } from "../xlsx/workbook.ts";
import type { TableField } from "./columns.ts";
import { COLUMN_WORDS, TABLE_FIELDS } from "./columns.ts";
import { refuseMissingColumns } from "./find-header.ts";
import type { Heading } from "./mapping.ts";
import type { OpenTable, TableReading } from "./open-table.ts";
import { findTable, openWorkbook } from "./open-table.ts";
import type { SheetSummary } from "./sheet-summary.ts";
import { summariseSheets } from "./sheet-summary.ts";

const PREVIEW = { rows: 12, columns: 64, characters: 60 } as const;

/** Row number on the sheet and the text of its cells by column letters' order; blank cells are "". */
export type PreviewRow = { readonly row: number; readonly cells: readonly string[] };

export type TableInspection = {
  readonly sheets: readonly (SheetSummary & { readonly preview: readonly PreviewRow[] })[];
  /** The header row that would be used; null: none was found. */
  readonly headerRow: number | null;
  readonly headings: readonly Heading[];
  readonly fields: readonly { readonly field: TableField; readonly label: string; readonly required: boolean }[];
  /** What is in the file and is not read: hidden sheets, comments, links to other files … */
  readonly warnings: readonly string[];
  /** Why it cannot be imported as it stands; null: it can. */
  readonly problem: { readonly code: string; readonly message: string } | null;
};

function toPreviewRow({ number, cells }: Sheet["rows"][number]): PreviewRow {
  const last = Math.min(Math.max(0, ...cells.keys()), PREVIEW.columns);
  const texts = Array.from({ length: last }, (_, at) => cells.get(at + 1)?.text.trim() ?? "");
  return { row: number, cells: texts.map((text) => [...text].slice(0, PREVIEW.characters).join("")) };
}

/** The first rows of a sheet; of a hidden one, none: it is named and never shown. */
function previewOf(workbook: Workbook, name: string): PreviewRow[] {
  const sheet = workbook.sheets.find((item) => item.name === name);
  if (sheet?.state !== "visible") return [];
  return sheet.rows
    .filter(({ hidden }) => !hidden)
    .slice(0, PREVIEW.rows)
    .map(toPreviewRow);
}

type Attempt = { readonly table?: OpenTable; readonly problem: TableInspection["problem"] };

function attempt(workbook: Workbook, reading: TableReading): Attempt {
  try {
    const table = findTable(workbook, reading);
    if (!table) {
      return { problem: { code: "no_header", message: "前 30 行里找不到表头。请指定哪一行是表头、各列是什么内容。" } };
    }
    try {
      refuseMissingColumns(table.header);
      return { table, problem: null };
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      return { table, problem: { code: error.code, message: error.message } };
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { problem: { code: error.code, message: error.message } };
  }
}

/**
 * What a table holds and how its columns would be read, for the screen on which that is changed. Throws UnreadableFile
 * only where the file as a whole cannot be opened.
 */
export async function inspectTable(
  bytes: Uint8Array,
  fileName: string,
  reading: TableReading = {},
): Promise<TableInspection> {
  const workbook = await openWorkbook(bytes, fileName);
  const { table, problem } = attempt(workbook, reading);
  return {
    sheets: summariseSheets(workbook, table?.sheet).map((summary) => ({
      ...summary,
      preview: previewOf(workbook, summary.name),
    })),
    headerRow: table?.header.row ?? null,
    headings: table?.header.headings ?? [],
    fields: TABLE_FIELDS.map((field) => ({
      field,
      label: COLUMN_WORDS[field].aliases[0],
      required: COLUMN_WORDS[field].required,
    })),
    warnings: workbook.warnings.map(({ message }) => message),
    problem,
  };
}
