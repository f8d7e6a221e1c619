import { UnreadableFile } from "../unreadable-file.ts";
import { columnLetters } from "../xlsx/cell-reference.ts";
import { SHEET_LIMITS } from "../xlsx/workbook.ts";
import type { TableField } from "./columns.ts";
import { COLUMN_WORDS, TABLE_FIELDS } from "./columns.ts";
import type { FieldMatch, HeadingSource } from "./headings.ts";
import { confidenceOf, headingRank, matchHeading, suggestField, toHeadingKey } from "./headings.ts";
import type { ColumnMapping, Heading, RecallMapping, TableChoice } from "./mapping.ts";
import type { SheetGrid } from "./sheet-grid.ts";

export type AllocationHeader = {
  readonly row: number;
  readonly columns: ColumnMapping;
  /** The words of the row, by which a mapping is remembered. */
  readonly signature: string;
  readonly headings: readonly Heading[];
};

/** Title, notes and a heading of two rows stand above the data; a header further down is none. */
const ROWS_TO_SEARCH = 30;
/** Fewer known headings than this and a row is text, not a header. */
const FEWEST_HEADINGS = 3;

type Found = { readonly column: number; readonly text: string; readonly match: FieldMatch | undefined };

function readRow(grid: SheetGrid, row: number): Found[] {
  const found: Found[] = [];
  for (let column = 1; column <= SHEET_LIMITS.columns; column += 1) {
    const text = grid.findCell(row, column)?.text.trim() ?? "";
    if (text !== "") found.push({ column, text, match: matchHeading(text) });
  }
  return found;
}

function signatureOf(found: readonly Found[]): string {
  return found.map(({ column, text }) => `${column}:${toHeadingKey(text)}`).join("|");
}

function chooseColumn(field: TableField, found: readonly Found[], row: number): number {
  const ranked = found
    .flatMap(({ column, text, match }) => (match?.field === field ? [{ column, text, rank: headingRank(match) }] : []))
    .toSorted((left, right) => left.rank - right.rank);
  const [best, second] = ranked;
  if (!best) throw new Error(`Failed to choose a column: nothing is headed ${field}`);
  if (second?.rank === best.rank) {
    throw new UnreadableFile(
      "duplicate_column",
      `第 ${row} 行表头中“${best.text}”出现了两次，无法判断以哪一列为准。请指定以哪一列为准，或删去、改名其中一列后重新上传。`,
    );
  }
  return best.column;
}

function columnsByWords(found: readonly Found[], row: number): ColumnMapping {
  const fields = new Set(found.flatMap(({ match }) => (match ? [match.field] : [])));
  return Object.fromEntries([...fields].map((field) => [field, chooseColumn(field, found, row)]));
}

type Mapped = { readonly field: TableField; readonly by: HeadingSource; readonly alias: string };

/** What the column is read as: by the caller or by memory, else by its own words. */
function toMapped({ match }: Found, field: TableField, by: HeadingSource | undefined): Mapped {
  const alias = match?.field === field ? match.alias : "";
  return { field, by: by ?? match?.by ?? "chosen", alias };
}

function toHeading(found: Found, field: TableField | undefined, by: HeadingSource | undefined): Heading {
  const { column, text, match } = found;
  const place = { column, letters: columnLetters(column), text };
  if (field === undefined) {
    const suggestion = match?.field ?? suggestField(text) ?? null;
    return { ...place, field: null, by: null, alias: null, confidence: 0, suggestion };
  }
  const mapped = toMapped(found, field, by);
  return {
    ...place,
    field,
    by: mapped.by,
    alias: mapped.alias === "" ? null : mapped.alias,
    confidence: confidenceOf(mapped),
    suggestion: null,
  };
}

function toHeader(found: readonly Found[], row: number, columns: ColumnMapping, by?: HeadingSource): AllocationHeader {
  const fieldOf = new Map(Object.entries(columns).map(([field, column]) => [column, field as TableField]));
  const headings = found.map((item) => toHeading(item, fieldOf.get(item.column), by));
  return { row, columns, signature: signatureOf(found), headings };
}

/** Throws UnreadableFile missing_column where a table cannot do without. */
export function refuseMissingColumns({ columns, row }: AllocationHeader): void {
  for (const field of TABLE_FIELDS) {
    const { required, aliases } = COLUMN_WORDS[field];
    if (!required || columns[field] !== undefined) continue;
    throw new UnreadableFile(
      "missing_column",
      `第 ${row} 行表头缺少“${aliases[0]}”列。请指定哪一列是“${aliases[0]}”，或补上后重新上传。可以使用的列名：${aliases.join("、")}。`,
    );
  }
}

function refuseSharedColumn(columns: ColumnMapping): void {
  const used = Object.values(columns);
  const shared = used.find((column, at) => used.indexOf(column) !== at);
  if (shared === undefined) return;
  throw new UnreadableFile(
    "wrong_mapping",
    `${columnLetters(shared)} 列被指定了两种内容。请为每一列只指定一种内容后重新核对。`,
  );
}

type Best = { readonly row: number; readonly found: readonly Found[]; readonly known: number };

/** The row of the first thirty that holds the most known headings; undefined when none holds three. */
function findBestRow(grid: SheetGrid): Best | undefined {
  let best: Best | undefined;
  for (const { number: row } of grid.rows) {
    if (row > ROWS_TO_SEARCH) break;
    const found = readRow(grid, row);
    const known = new Set(found.flatMap(({ match }) => (match ? [match.field] : []))).size;
    // Of a heading in two rows the lower one is complete: merged cells repeat downwards.
    const isLower = best?.row === row - 1 && known === best.known;
    if (known >= FEWEST_HEADINGS && (isLower || known > (best?.known ?? 0))) best = { row, found, known };
  }
  return best;
}

function findRemembered(grid: SheetGrid, recall: RecallMapping): AllocationHeader | undefined {
  for (const { number: row } of grid.rows) {
    if (row > ROWS_TO_SEARCH) break;
    const found = readRow(grid, row);
    const columns = found.length === 0 ? undefined : recall(signatureOf(found));
    if (columns) return toHeader(found, row, columns, "remembered");
  }
  return undefined;
}

function headerAt(grid: SheetGrid, row: number, recall: RecallMapping): AllocationHeader {
  const found = readRow(grid, row);
  const remembered = recall(signatureOf(found));
  return remembered ? toHeader(found, row, remembered, "remembered") : toHeader(found, row, columnsByWords(found, row));
}

/**
 * The header row with its columns: as the caller chose it, else as it was chosen before for the same words, else by
 * the known words. Undefined: no row of the first thirty looks like one. Throws UnreadableFile duplicate_column, wrong_mapping.
 */
export function findHeader(
  grid: SheetGrid,
  choice: TableChoice = {},
  recall: RecallMapping = () => undefined,
): AllocationHeader | undefined {
  const { headerRow, columns } = choice;
  if (columns) {
    refuseSharedColumn(columns);
    const row = headerRow ?? findBestRow(grid)?.row ?? grid.rows[0]?.number ?? 1;
    return toHeader(readRow(grid, row), row, columns, "chosen");
  }
  if (headerRow !== undefined) return headerAt(grid, headerRow, recall);
  const remembered = findRemembered(grid, recall);
  if (remembered) return remembered;
  const best = findBestRow(grid);
  return best && toHeader(best.found, best.row, columnsByWords(best.found, best.row));
}
