import type { CellRange } from "./workbook.ts";

export type CellReference = { readonly row: number; readonly column: number };

/** A → 1, XFD → 16384. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 1 → A, 28 → AB: for sentences. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

export function parseCellReference(text: string): CellReference | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  return match?.[1] && match[2] ? { row: Number(match[2]), column: columnNumber(match[1]) } : undefined;
}

export function parseCellRange(text: string): CellRange | undefined {
  const [first, last = first] = text.split(":").map(parseCellReference);
  if (!first || !last) return undefined;
  return { firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column };
}
