type CellKind = "text" | "number" | "date" | "boolean" | "formula" | "error";

/** `text`: the value as a person reads it; a date is YYYY-MM-DD (with ` HH:MM` if it has a time); a formula is its stored result. */
export type Cell = { readonly text: string; readonly kind: CellKind };

/** Rows and columns are 1-based, as the sheet counts them. Only cells with a value are there. */
export type SheetRow = { readonly number: number; readonly hidden: boolean; readonly cells: ReadonlyMap<number, Cell> };

export type CellRange = {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
};

export type Sheet = {
  readonly name: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  readonly rows: readonly SheetRow[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly CellRange[];
};

/** Something that is in the file and was not read, or not read as it looks: never passed over in silence. */
export type WorkbookWarning = { readonly code: string; readonly message: string };

export type Workbook = { readonly sheets: readonly Sheet[]; readonly warnings: readonly WorkbookWarning[] };

/** Bounds of one sheet (security F3): beyond them nothing is laid out in memory. */
export const SHEET_LIMITS = {
  rows: 20_000,
  columns: 64,
  cells: 400_000,
  cellText: 32_767,
  strings: 400_000,
  merges: 20_000,
} as const;
