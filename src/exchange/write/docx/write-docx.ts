import { AlignmentType, Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun } from "docx";
import type { FileChild, ISectionOptions } from "docx";
import type { Paper, PaperBlock } from "../paper/paper.ts";
import { CHARACTER_SPACE, FONT, LINE_PITCH, PAGE, SIZE } from "./house-style.ts";
import { toDocxBlank, toDocxCopies, toDocxLine, toDocxRule } from "./lines-docx.ts";
import { toDocxBody } from "./rich-text-docx.ts";
import { sealPackage } from "./seal-package.ts";
import { toPaperTable } from "./table-docx.ts";

function toChildren(block: PaperBlock): FileChild[] {
  switch (block.kind) {
    case "line":
      return block.role === "copies" ? toDocxCopies(block) : [toDocxLine(block)];
    case "body":
      return toDocxBody(block.body);
    case "table":
      return [toPaperTable(block)];
    case "rule":
      return [toDocxRule()];
    case "blank":
      return [toDocxBlank()];
  }
}

/** — 1 — in 四号 宋体, at the outer edge, one character in (GB/T 9704-2012, 7.5). */
function pageNumber(alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer {
  const one = SIZE.four * 10;
  const font = { ...FONT.fang, eastAsia: "宋体" };
  const children = ["— ", PageNumber.CURRENT, " —"].map(
    (text) => new TextRun({ children: [text], font, size: SIZE.four }),
  );
  return new Footer({ children: [new Paragraph({ alignment, indent: { left: one, right: one }, children })] });
}

/** Every line has its exact height, so that no grid is needed: LibreOffice would stretch the lines of tables to it. */
function toSection(blocks: readonly PaperBlock[]): ISectionOptions {
  return {
    properties: {
      page: PAGE,
      grid: { type: DocumentGridType.DEFAULT, linePitch: LINE_PITCH },
    },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
    children: blocks.flatMap(toChildren),
  };
}

const TEXT = {
  font: FONT.fang,
  size: SIZE.three,
  characterSpacing: CHARACTER_SPACE,
  language: { value: "en-US", eastAsia: "zh-CN" },
} as const;
/** Headings differ by their type alone; their place in the outline is what a reader of the file goes by. */
const headingStyle = (outlineLevel: number) => ({
  run: { color: "000000", italics: false, bold: false },
  paragraph: { outlineLevel },
});
const HEADINGS = { heading2: headingStyle(1), heading3: headingStyle(2), heading4: headingStyle(3) };

/** A Word file in the layout of GB/T 9704-2012: A4, 22 lines of 28 characters. Equal papers give equal bytes. */
export async function writeDocx({ name, creator, blocks }: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: name,
    creator,
    lastModifiedBy: creator,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: TEXT }, ...HEADINGS } },
    sections: [toSection(blocks)],
  });
  return sealPackage(new Uint8Array(await Packer.toArrayBuffer(document)));
}
