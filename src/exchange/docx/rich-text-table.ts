import type { Block, Paragraph } from "#domain/reply/rich-text.ts";
import type { DocxCell, DocxTable } from "./docx-blocks.ts";
import { paragraphText } from "./docx-blocks.ts";
import { toParagraph } from "./rich-text-paragraph.ts";

type TableBlock = Extract<Block, { type: "table" }>;
type PlacedCell = { readonly cell: DocxCell; readonly column: number };

const TALLEST_SPAN = 50;

function place(cells: readonly DocxCell[]): PlacedCell[] {
  let column = 0;
  return cells.map((cell) => {
    const placed = { cell, column };
    column += cell.colspan;
    return placed;
  });
}

/** How many rows a merged cell covers: the rows below that go on with it in the same column. */
function rowSpan(rows: readonly (readonly PlacedCell[])[], row: number, placed: PlacedCell): number {
  if (placed.cell.merge !== "start") return 1;
  let span = 1;
  while (
    span < TALLEST_SPAN &&
    rows[row + span]?.some(({ cell, column }) => column === placed.column && cell.merge === "continue")
  ) {
    span += 1;
  }
  return span;
}

const textOf = (cell: DocxCell): string => cell.paragraphs.map(paragraphText).join("").trim();

/** A first row of short words without a figure heads a table of two rows or more. */
function hasHeader(rows: readonly (readonly PlacedCell[])[]): boolean {
  const [first = []] = rows;
  return rows.length > 1 && first.length > 1 && first.every(({ cell }) => /^[^\d。；]{1,20}$/.test(textOf(cell)));
}

function toCellContent(cell: DocxCell): Paragraph[] {
  return cell.paragraphs.flatMap((paragraph) => toParagraph(paragraph.runs) ?? []);
}

/** A table with its spans; undefined when it holds no text at all. */
export function toTableBlock(table: DocxTable): TableBlock | undefined {
  const rows = table.rows.map(place);
  const headed = hasHeader(rows);
  const content = rows.flatMap((cells, index) => {
    const shown = cells.filter(({ cell }) => cell.merge !== "continue");
    const row = shown.map((placed) => {
      const attrs = { colspan: placed.cell.colspan, rowspan: rowSpan(rows, index, placed) };
      return {
        type: headed && index === 0 ? ("table_header" as const) : ("table_cell" as const),
        ...(attrs.colspan > 1 || attrs.rowspan > 1 ? { attrs } : {}),
        content: toCellContent(placed.cell),
      };
    });
    return row.length > 0 ? [{ type: "table_row" as const, content: row }] : [];
  });
  const hasText = table.rows.flat().some((cell) => textOf(cell) !== "");
  return hasText && content.length > 0 ? { type: "table", content } : undefined;
}
