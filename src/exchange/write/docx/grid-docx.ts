import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { ParagraphChild } from "docx";
import { TEXT_WIDTH, heightOf } from "./house-style.ts";

/** One cell of any table, its text already made. */
export type GridCell = {
  readonly paragraphs: readonly (readonly ParagraphChild[])[];
  readonly columns: number;
  readonly rows: number;
  readonly centred: boolean;
};
export type Grid = {
  readonly widths: readonly number[];
  readonly rows: readonly { readonly cells: readonly GridCell[]; readonly height?: number | undefined }[];
  readonly headerRows: number;
  /** Distance of lines in twips. */
  readonly line: number;
};

const LINE = { style: BorderStyle.SINGLE, size: 6, color: "000000" };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

/** Shares as twips that make the width of the page exactly. */
function toTwips(widths: readonly number[]): number[] {
  const sum = widths.reduce((total, width) => total + width, 0);
  const twips = widths.map((width) => Math.floor((width / sum) * TEXT_WIDTH));
  return twips.map((width, index) => (index === 0 ? width + TEXT_WIDTH - twips.reduce((a, b) => a + b, 0) : width));
}

function toParagraphs({ paragraphs, centred }: GridCell, line: number): Paragraph[] {
  const alignment = centred ? AlignmentType.CENTER : AlignmentType.LEFT;
  const filled = paragraphs.length > 0 ? paragraphs : [[]];
  return filled.map(
    (children) => new Paragraph({ alignment, spacing: { line, lineRule: LineRuleType.EXACT }, children }),
  );
}

function toCell(cell: GridCell, widths: readonly number[], at: number, line: number): TableCell {
  const width = widths.slice(at, at + cell.columns).reduce((sum, item) => sum + item, 0);
  return new TableCell({
    children: toParagraphs(cell, line),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
  });
}

/** Columns where the cells of a row stand, those that a cell above reaches into passed over. */
function placeCells(rows: Grid["rows"], columns: number): number[][] {
  const taken = Array.from({ length: columns }, () => 0);
  return rows.map(({ cells }) => {
    let at = 0;
    const places = cells.map((cell) => {
      while ((taken[at] ?? 0) > 0) at += 1;
      const place = at;
      for (let column = at; column < at + cell.columns; column += 1) taken[column] = cell.rows;
      at += cell.columns;
      return place;
    });
    taken.forEach((left, column) => (taken[column] = Math.max(0, left - 1)));
    return places;
  });
}

/** A table as wide as the text, its rows unbroken, its header on every page. */
export function toGridTable({ widths, rows, headerRows, line }: Grid): Table {
  const columnWidths = toTwips(widths);
  const places = placeCells(rows, widths.length);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    borders: BORDERS,
    rows: rows.map(
      ({ cells, height }, index) =>
        new TableRow({
          cantSplit: true,
          ...(index < headerRows ? { tableHeader: true } : {}),
          ...(height === undefined ? {} : { height: { value: heightOf(height), rule: HeightRule.ATLEAST } }),
          children: cells.map((cell, at) => toCell(cell, columnWidths, places[index]?.[at] ?? at, line)),
        }),
    ),
  });
}
