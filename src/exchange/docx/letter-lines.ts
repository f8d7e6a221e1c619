import type { DocxBlock, DocxParagraph } from "./docx-blocks.ts";
import { paragraphText } from "./docx-blocks.ts";

/** One line of the letter: a paragraph, a line of it, or a paragraph in a cell. Blank lines are left out. */
export type LetterLine = {
  readonly text: string;
  /** Index of its block in the document. */
  readonly block: number;
  readonly align: DocxParagraph["align"];
  readonly inTable: boolean;
};

function linesOf(paragraph: DocxParagraph, block: number, inTable: boolean): LetterLine[] {
  return paragraphText(paragraph)
    .split("\n")
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text) => ({ text, block, align: paragraph.align, inTable }));
}

export function toLetterLines(blocks: readonly DocxBlock[]): LetterLine[] {
  return blocks.flatMap((block, index) =>
    block.kind === "paragraph"
      ? linesOf(block, index, false)
      : block.rows.flat().flatMap((cell) => cell.paragraphs.flatMap((paragraph) => linesOf(paragraph, index, true))),
  );
}
