import { AlignmentType, HeadingLevel, Paragraph, TextRun } from "docx";
import type { FileChild } from "docx";
import type { Block, Paragraph as ParagraphNode, RichText } from "#domain/reply/rich-text.ts";
import { EXACT_LINE, FONT, INDENT, RUNNING, SIZE } from "./house-style.ts";
import { toRuns } from "./inline-docx.ts";
import { toDocxTable } from "./table-docx.ts";

/** 一、黑体, （一）楷体, 1. 仿宋 (GB/T 9704-2012, 7.3.3); outline below the title of the letter. */
const HEADING = {
  1: { level: HeadingLevel.HEADING_2, font: "hei" },
  2: { level: HeadingLevel.HEADING_3, font: "kai" },
  3: { level: HeadingLevel.HEADING_4, font: "fang" },
} as const;

function toHeading(block: Extract<Block, { type: "heading" }>): Paragraph {
  const { level, font } = HEADING[block.attrs.level === 1 ? 1 : block.attrs.level === 2 ? 2 : 3];
  return new Paragraph({
    heading: level,
    keepNext: true,
    spacing: EXACT_LINE,
    indent: INDENT,
    children: toRuns(block.content, { font, size: SIZE.three }),
  });
}

function toText(node: ParagraphNode, before = "", keepNext = false): Paragraph {
  const front = before === "" ? [] : [new TextRun({ text: before, font: FONT.fang, size: SIZE.three })];
  return new Paragraph({
    ...RUNNING,
    alignment: AlignmentType.BOTH,
    ...(keepNext ? { keepNext } : {}),
    children: [...front, ...toRuns(node.content)],
  });
}

/** Numbers of a list are typed: whoever copies a paragraph of an official letter copies its number. */
function toItems(block: Extract<Block, { type: "bullet_list" | "ordered_list" }>): Paragraph[] {
  return block.content.flatMap(({ content }, index) =>
    content.map((node, at) => toText(node, at > 0 ? "" : block.type === "bullet_list" ? "• " : `${index + 1}.`)),
  );
}

function toBlocks(block: Block): FileChild[] {
  switch (block.type) {
    case "heading":
      return [toHeading(block)];
    case "paragraph":
      return [toText(block)];
    case "bullet_list":
    case "ordered_list":
      return toItems(block);
    case "table":
      return [toDocxTable(block)];
  }
}

/** The body of a letter or document as Word has it. Its last words stay with the signature: no page has that alone. */
export function toDocxBody({ content }: RichText): FileChild[] {
  const last = content.at(-1);
  if (last?.type !== "paragraph") return content.flatMap(toBlocks);
  return [...content.slice(0, -1).flatMap(toBlocks), toText(last, "", true)];
}
