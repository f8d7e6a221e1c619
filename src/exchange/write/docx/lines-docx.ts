import { AlignmentType, BorderStyle, Paragraph, TextRun } from "docx";
import type { IParagraphOptions } from "docx";
import type { LineRole, PaperLine } from "../paper/paper.ts";
import { widthOf } from "../paper/printed-words.ts";
import { toTitleLines } from "../paper/title-lines.ts";
import type { PaperFont } from "./house-style.ts";
import { EXACT_LINE, FONT, LINE_PITCH, RED, RUNNING, SIZE, TEXT_WIDTH } from "./house-style.ts";

type Look = {
  readonly font: PaperFont;
  readonly size: number;
  readonly color?: string;
  readonly paragraph: Omit<IParagraphOptions, "children">;
};

const CHARACTER = SIZE.three * 10;
/** One character of 四号. */
const FOURTH = SIZE.four * 10;
const LINE = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 };
/** Four characters of the margin stay free on both sides of a red name. */
const ISSUER = { largest: 72, smallest: 24 } as const;

const LOOKS: Readonly<Record<LineRole, Look>> = {
  mark: { font: "hei", size: SIZE.three, paragraph: { alignment: AlignmentType.RIGHT, spacing: EXACT_LINE } },
  issuer: {
    font: "song",
    size: ISSUER.largest,
    color: RED,
    paragraph: { alignment: AlignmentType.CENTER, spacing: { before: LINE_PITCH, after: LINE_PITCH / 2 } },
  },
  doc_number: { font: "fang", size: SIZE.three, paragraph: { alignment: AlignmentType.CENTER, spacing: EXACT_LINE } },
  title: {
    font: "song",
    size: SIZE.two,
    paragraph: {
      alignment: AlignmentType.CENTER,
      spacing: { line: 640, lineRule: EXACT_LINE.lineRule, before: LINE_PITCH, after: LINE_PITCH },
      keepNext: true,
    },
  },
  addressee: { font: "fang", size: SIZE.three, paragraph: { spacing: EXACT_LINE } },
  text: {
    font: "fang",
    size: SIZE.three,
    paragraph: { ...RUNNING, alignment: AlignmentType.BOTH },
  },
  signature: {
    font: "fang",
    size: SIZE.three,
    paragraph: { alignment: AlignmentType.RIGHT, spacing: EXACT_LINE, keepLines: true, keepNext: true },
  },
  fine: {
    font: "fang",
    size: SIZE.smallFour,
    paragraph: { spacing: { before: 160, line: 420, lineRule: EXACT_LINE.lineRule } },
  },
  // 附件 begins a page of its own, its word in 黑体 at the upper left (GB/T 9704-2012, 7.3.6).
  annex: { font: "hei", size: SIZE.three, paragraph: { spacing: EXACT_LINE, pageBreakBefore: true } },
  note: { font: "fang", size: SIZE.three, paragraph: RUNNING },
  copies: {
    font: "fang",
    size: SIZE.four,
    paragraph: { indent: { left: FOURTH * 4, right: FOURTH, hanging: FOURTH * 3 }, keepLines: true, keepNext: true },
  },
};

/** The name of the issuer stands on one line, however long it is. */
function issuerSize(text: string): number {
  const fitting = Math.floor(((TEXT_WIDTH / 20) * 0.92 * 2) / Math.max(1, widthOf(text)));
  return Math.max(ISSUER.smallest, Math.min(ISSUER.largest, fitting));
}

export function toDocxLine({ role, text, freeAtEnd }: PaperLine): Paragraph {
  const { font, size, color, paragraph } = LOOKS[role];
  const lines = role === "title" ? toTitleLines(text) : [text];
  const runs = lines.map(
    (line, index) =>
      new TextRun({
        text: line,
        font: FONT[font],
        size: role === "issuer" ? issuerSize(text) : size,
        ...(index > 0 ? { break: 1 } : {}),
        ...(color === undefined ? {} : { color }),
      }),
  );
  const free = freeAtEnd === undefined ? {} : { indent: { right: Math.round(freeAtEnd * CHARACTER) } };
  return new Paragraph({ ...paragraph, ...free, children: runs });
}

/** The red line below the 文号. */
export function toDocxRule(): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 12, color: RED, space: 1 };
  return new Paragraph({
    spacing: { line: 120, lineRule: EXACT_LINE.lineRule },
    border: { bottom: line },
    children: [],
  });
}

/** A line as wide as the text, above or below the 版记 (GB/T 9704-2012, 7.4.1). */
function toEdge(edge: "top" | "bottom"): Paragraph {
  return new Paragraph({
    spacing: { line: 120, lineRule: EXACT_LINE.lineRule, ...(edge === "top" ? { before: LINE_PITCH } : {}) },
    border: { [edge]: LINE },
    keepNext: edge === "top",
    children: [],
  });
}

/** 抄送 between its two lines, what does not fit one line under the first name. */
export function toDocxCopies(line: PaperLine): Paragraph[] {
  return [toEdge("top"), toDocxLine(line), toEdge("bottom")];
}

export function toDocxBlank(): Paragraph {
  return new Paragraph({ spacing: EXACT_LINE, keepNext: true, children: [] });
}
