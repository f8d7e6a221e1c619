import { formatCsvLine } from "#exchange/csv/format-csv.ts";
import type { SheetCell, SheetPlan } from "#exchange/write/xlsx/sheet-plan.ts";

export type Cell = string | number | null;

/** A column under both of its names: as people read it, and as programs do. */
export type Column = {
  readonly name: string;
  /** snake_case, stable. */
  readonly key: string;
  readonly meaning: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date";
};

export type DataTable = {
  /** File name and name in the database. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Excel reads a file as UTF-8 only with the mark in front; programs would rather do without. */
export const MARK = "\uFEFF";

const toText = (cell: Cell): string => (cell === null ? "" : String(cell));

export function csvLine(cells: readonly Cell[]): string {
  return formatCsvLine(cells.map(toText));
}

/** RFC 4180 with CRLF, without a byte order mark. */
export function toCsv({ columns, rows }: Pick<DataTable, "columns" | "rows">): string {
  return csvLine(columns.map(({ name }) => name)) + rows.map(csvLine).join("");
}

/** An object for each row, one line each. */
export function toJson({ columns, rows }: DataTable): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null]))),
  );
  return `[\n${lines.join(",\n")}\n]\n`;
}

const WIDTHS = { string: 24, integer: 10, number: 10, boolean: 10, date: 13 } as const;

function toSheetCell(cell: Cell, { type }: Column): SheetCell {
  return type === "date" && typeof cell === "string" ? { date: cell } : cell;
}

export function toSheet(
  { name, title, columns }: Pick<DataTable, "name" | "title" | "columns">,
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): SheetPlan {
  return {
    name: title || name,
    columns: columns.map((column) => ({ heading: column.name, width: WIDTHS[column.type] })),
    rows: (async function* () {
      for await (const row of rows) yield columns.map((column, at) => toSheetCell(row[at] ?? null, column));
    })(),
  };
}
