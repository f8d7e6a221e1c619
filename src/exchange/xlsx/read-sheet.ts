import { brokenXml, walkXml } from "../ooxml/walk-xml.ts";
import type { CellContext } from "./cell-value.ts";
import { toCell } from "./cell-value.ts";
import { columnLetters, parseCellRange, parseCellReference } from "./cell-reference.ts";
import { duplicateCell, tooLargeSheet } from "./refuse-sheet.ts";
import type { Cell, CellRange, SheetRow } from "./workbook.ts";
import { SHEET_LIMITS } from "./workbook.ts";

export type SheetContent = {
  readonly rows: readonly SheetRow[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly CellRange[];
  /** A1 references of cells whose text does not show. */
  readonly unseen: readonly string[];
};

type Attributes = ReadonlyMap<string, string>;
type OpenRow = { number: number; hidden: boolean; cells: Map<number, Cell> };
type OpenCell = { column: number; type: string; style: number; value: string; formula: boolean };

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

/** Collects one sheet from its events: only what holds a value, never the declared dimension (security F3). */
class SheetCollector {
  readonly rows: SheetRow[] = [];
  readonly hiddenColumns: number[] = [];
  readonly merges: CellRange[] = [];
  readonly unseen: string[] = [];
  private readonly context: CellContext;
  private row: OpenRow = { number: 0, hidden: false, cells: new Map() };
  private cell: OpenCell | undefined;
  private column = 0;
  private cells = 0;
  private inside: "value" | "formula" | "phonetic" | undefined;
  private readonly seen = new Set<number>();

  constructor(context: CellContext) {
    this.context = context;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "row") this.openRow(attributes);
    else if (name === "c") this.openCell(attributes);
    else if (name === "col") this.readColumn(attributes);
    else if (name === "mergeCell") this.readMerge(attributes);
    else if (this.cell) this.openValue(name, this.cell);
  }

  close(name: string): void {
    if (name === "c") this.closeCell();
    else if (name === "row") this.closeRow();
    else if (name === "rPh" || this.inside !== "phonetic") this.inside = undefined;
  }

  text(text: string): void {
    if (this.cell && this.inside === "value") this.cell.value += text;
  }

  private openRow(attributes: Attributes): void {
    const number = Number(attributes.get("r") ?? this.row.number + 1);
    const hidden = isTrue(attributes.get("hidden")) || Number(attributes.get("ht") ?? 1) === 0;
    this.row = { number, hidden, cells: new Map() };
    this.column = 0;
  }

  private openCell(attributes: Attributes): void {
    const reference = parseCellReference(attributes.get("r") ?? "");
    this.column = reference?.column ?? this.column + 1;
    if (reference && reference.row !== this.row.number) throw brokenXml();
    const type = attributes.get("t") ?? "n";
    this.cell = { column: this.column, type, style: Number(attributes.get("s") ?? 0), value: "", formula: false };
  }

  private openValue(name: string, cell: OpenCell): void {
    if (name === "f") cell.formula = true;
    if (name === "rPh") this.inside = "phonetic";
    else if (this.inside !== "phonetic") this.inside = name === "v" || name === "t" ? "value" : undefined;
  }

  private closeCell(): void {
    const raw = this.cell;
    this.cell = undefined;
    this.inside = undefined;
    const value = raw && toCell(raw, this.context);
    if (!raw || !value) return;
    this.cells += 1;
    if (this.row.number > SHEET_LIMITS.rows || !Number.isInteger(this.row.number))
      throw tooLargeSheet("row", this.row.number);
    if (raw.column > SHEET_LIMITS.columns) throw tooLargeSheet("column", raw.column);
    if (this.cells > SHEET_LIMITS.cells) throw tooLargeSheet("cell", this.cells);
    if (this.row.cells.has(raw.column)) throw duplicateCell(this.row.number, raw.column);
    if (this.context.unseenStyles[raw.style] === true)
      this.unseen.push(`${columnLetters(raw.column)}${this.row.number}`);
    this.row.cells.set(raw.column, { kind: value.kind, text: value.text.slice(0, SHEET_LIMITS.cellText) });
  }

  private closeRow(): void {
    if (this.row.cells.size === 0) return;
    if (this.seen.has(this.row.number)) throw duplicateCell(this.row.number, 1);
    this.seen.add(this.row.number);
    this.rows.push(this.row);
  }

  private readColumn(attributes: Attributes): void {
    if (!isTrue(attributes.get("hidden")) && Number(attributes.get("width") ?? 1) > 0) return;
    const last = Math.min(Number(attributes.get("max")), SHEET_LIMITS.columns);
    for (let column = Number(attributes.get("min")); column <= last; column += 1) this.hiddenColumns.push(column);
  }

  private readMerge(attributes: Attributes): void {
    const range = parseCellRange(attributes.get("ref") ?? "");
    if (range && this.merges.length < SHEET_LIMITS.merges) this.merges.push(range);
  }
}

/** Streams one sheet under SHEET_LIMITS; throws UnreadableFile beyond them. Rows come in sheet order. */
export function readSheet(bytes: Uint8Array, context: CellContext): SheetContent {
  const collector = new SheetCollector(context);
  walkXml(bytes, {
    open: (name, attributes) => collector.open(name, attributes),
    close: (name) => collector.close(name),
    text: (text) => collector.text(text),
  });
  const rows = collector.rows.toSorted((left, right) => left.number - right.number);
  return { rows, hiddenColumns: collector.hiddenColumns, merges: collector.merges, unseen: collector.unseen };
}
