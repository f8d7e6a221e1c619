import type { Block, Inline, RichText } from "../reply/rich-text.ts";
import { plainText } from "../reply/plain-text.ts";
import { findFigure } from "./figure-link.ts";
import { mapInline } from "./map-inline.ts";

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"];
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．](?!\d))/;

const isEmpty = (block: Block): boolean => plainText({ type: "doc", content: [block] }).trim() === "";

/** A heading stays where something stands below it before the next heading of its level or a higher one. */
function hasContent(blocks: readonly Block[], at: number, level: number): boolean {
  for (const block of blocks.slice(at + 1)) {
    if (block.type !== "heading") return true;
    if (block.attrs.level <= level) return false;
  }
  return false;
}

function prefixOf(level: number, number: number): string {
  const numeral = NUMERALS[number - 1] ?? String(number);
  return level === 1 ? `${numeral}、` : level === 2 ? `（${numeral}）` : `${number}.`;
}

function numberHeadings(blocks: readonly Block[]): Block[] {
  const counters = [0, 0, 0];
  return blocks.map((block) => {
    if (block.type !== "heading") return block;
    const { level } = block.attrs;
    counters[level - 1] = (counters[level - 1] ?? 0) + 1;
    counters.fill(0, level);
    const [first, ...rest] = block.content ?? [];
    const words = first?.type === "text" ? { ...first, text: first.text.replace(NUMBERED, "") } : first;
    const number: Inline = { type: "text", text: prefixOf(level, counters[level - 1] ?? 1) };
    const head =
      words?.type === "text" && !words.marks
        ? [{ ...words, text: number.text + words.text }]
        : [number, ...(words ? [words] : [])];
    return { ...block, content: [...head, ...rest] };
  });
}

/** As it leaves the house: empty paragraphs and headings over nothing are gone, headings numbered 一、（一）1. */
export function closeUp(doc: RichText): RichText {
  const filled = doc.content.filter((block) => !isEmpty(block));
  const kept = filled.filter(
    (block, index) => block.type !== "heading" || hasContent(filled, index, block.attrs.level),
  );
  return { ...doc, content: numberHeadings(kept) };
}

/** Numbers as plain text: on paper they lead nowhere. */
export function withoutFigureLinks(doc: RichText): RichText {
  return mapInline(doc, (node) => {
    if (node.type !== "text" || !findFigure(node)) return node;
    const { marks = [], ...rest } = node;
    const bold = marks.filter((mark) => mark.type === "bold");
    return bold.length > 0 ? { ...rest, marks: bold } : rest;
  });
}
