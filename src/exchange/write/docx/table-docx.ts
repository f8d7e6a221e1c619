import { TextRun } from "docx";
import type { Table } from "docx";
import type { Block } from "#domain/reply/rich-text.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import type { PaperCell, PaperTable } from "../paper/paper.ts";
import { widthOf } from "../paper/printed-words.ts";
import type { Grid, GridCell } from "./grid-docx.ts";
import { toGridTable } from "./grid-docx.ts";
import { FONT, SIZE, TABLE_LINE } from "./house-style.ts";
import { toRuns } from "./inline-docx.ts";

type TableBlock = Extract<Block, { type: "table" }>;
type CellNode = TableBlock["content"][number]["content"][number];

const NARROWEST = 4;
const WIDEST = 24;

const columnsOf = ({ attrs }: CellNode): number => attrs?.colspan ?? 1;
const textOf = ({ content }: CellNode): string => plainText({ type: "doc", content });

/** Columns get their width from their longest words; spans say nothing of a single column. */
function guessWidths(table: TableBlock): number[] {
  const columns = Math.max(
    ...table.content.map(({ content }) => content.reduce((sum, cell) => sum + columnsOf(cell), 0)),
  );
  const widths = Array.from({ length: columns }, () => NARROWEST);
  for (const { content } of table.content) {
    let at = 0;
    for (const cell of content) {
      if (columnsOf(cell) === 1) widths[at] = Math.min(WIDEST, Math.max(widths[at] ?? 0, widthOf(textOf(cell)) + 1));
      at += columnsOf(cell);
    }
  }
  return widths;
}

function toGridCell(cell: CellNode): GridCell {
  const isHeader = cell.type === "table_header";
  const look = { font: isHeader ? ("hei" as const) : ("fang" as const), size: SIZE.smallFour };
  return {
    paragraphs: cell.content.map(({ content }) => toRuns(content, look)),
    columns: columnsOf(cell),
    rows: cell.attrs?.rowspan ?? 1,
    centred: isHeader || widthOf(textOf(cell)) <= 8,
  };
}

/** A table of the body. */
export function toDocxTable(table: TableBlock): Table {
  const headed = table.content[0]?.content.every(({ type }) => type === "table_header") ?? false;
  const rows = table.content.map(({ content }) => ({ cells: content.map(toGridCell) }));
  return toGridTable({ widths: guessWidths(table), rows, headerRows: headed ? 1 : 0, line: TABLE_LINE.form });
}

function toPlainCell({ lines, columns = 1, rows = 1, label = false, align }: PaperCell, size: number): GridCell {
  const font = FONT[label ? "hei" : "fang"];
  const paragraphs = lines.map((text) => [new TextRun({ text, font, size })]);
  return { paragraphs, columns, rows, centred: align === undefined ? label : align === "center" };
}

/** A form or table of the office. */
export function toPaperTable({ widths, rows, headerRows, heights }: PaperTable): Table {
  const isForm = headerRows === 0;
  const size = isForm ? SIZE.smallFour : SIZE.five;
  const grid: Grid = {
    widths,
    headerRows,
    rows: rows.map((cells, index) => ({
      cells: cells.map((cell) => toPlainCell(cell, size)),
      height: heights?.[index],
    })),
    line: isForm ? TABLE_LINE.form : TABLE_LINE.list,
  };
  return toGridTable(grid);
}
