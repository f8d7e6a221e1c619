import { serialToDate } from "./serial-date.ts";
import { decodeEscapes } from "./shared-strings.ts";
import type { Cell } from "./workbook.ts";

export type CellContext = {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly unseenStyles: readonly boolean[];
  readonly date1904: boolean;
};

/** A cell as its element gives it: type, style, value and formula. */
export type RawCell = {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly formula: boolean;
};

function numberCell(raw: RawCell, context: CellContext): Cell {
  const value = Number(raw.value);
  const date = context.dateStyles[raw.style] ? serialToDate(value, context.date1904) : undefined;
  return date === undefined ? { kind: "number", text: String(value) } : { kind: "date", text: date };
}

function plainCell(raw: RawCell, context: CellContext): Cell {
  switch (raw.type) {
    case "s":
      return { kind: "text", text: context.strings[Number(raw.value)] ?? "" };
    case "inlineStr":
    case "str":
      return { kind: "text", text: decodeEscapes(raw.value) };
    case "b":
      return { kind: "boolean", text: raw.value === "1" ? "TRUE" : "FALSE" };
    case "e":
      return { kind: "error", text: raw.value };
    case "d":
      return { kind: "date", text: raw.value.slice(0, 10) };
    default:
      return numberCell(raw, context);
  }
}

/** The value of a cell, undefined when it is blank. A formula gives its stored result, marked as such. */
export function toCell(raw: RawCell, context: CellContext): Cell | undefined {
  if (raw.value === "" && !raw.formula) return undefined;
  const cell = plainCell(raw, context);
  if (raw.formula && cell.kind !== "error") return { kind: "formula", text: raw.value === "" ? "" : cell.text };
  return cell.text.trim() === "" && cell.kind === "text" ? undefined : cell;
}
