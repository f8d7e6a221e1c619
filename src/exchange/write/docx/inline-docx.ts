import { ExternalHyperlink, TextRun } from "docx";
import type { ParagraphChild } from "docx";
import type { Inline } from "#domain/reply/rich-text.ts";
import type { PaperFont } from "./house-style.ts";
import { FONT, SIZE } from "./house-style.ts";

type RunLook = { readonly font: PaperFont; readonly size: number };
const TEXT: RunLook = { font: "fang", size: SIZE.three };

function toRun(node: Inline, { font, size }: RunLook): ParagraphChild {
  if (node.type === "hard_break") return new TextRun({ break: 1 });
  const marks = node.marks ?? [];
  const href = marks.find((mark) => mark.type === "link")?.attrs.href;
  const bold = marks.some((mark) => mark.type === "bold");
  const look = { text: node.text, font: FONT[font], size, ...(bold ? { bold } : {}) };
  if (href === undefined) return new TextRun(look);
  // The words look like the others: the letter is signed on paper.
  return new ExternalHyperlink({ link: href, children: [new TextRun(look)] });
}

export function toRuns(content: readonly Inline[] | undefined, look: RunLook = TEXT): ParagraphChild[] {
  return (content ?? []).map((node) => toRun(node, look));
}
