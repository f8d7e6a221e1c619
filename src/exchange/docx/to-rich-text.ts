import type { Block, RichText } from "#domain/reply/rich-text.ts";
import type { DocxBlock, DocxParagraph, DocxRun } from "./docx-blocks.ts";
import { paragraphText } from "./docx-blocks.ts";
import { BULLET } from "./numbering.ts";
import { cutFront, toContent, toParagraph } from "./rich-text-paragraph.ts";
import { toTableBlock } from "./rich-text-table.ts";

const LONGEST_HEADING = 50;
/** 一、 and （一） head the parts of an official letter (GB/T 9704-2012, 7.3.3). */
const HEADINGS: readonly (readonly [RegExp, 1 | 2])[] = [
  [/^[一二三四五六七八九十]{1,3}、/, 1],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/, 2],
];
const SENTENCE = /[。；;！!？?：:]/;

/** The level of a heading, 1 to 3, by its number or else by its style; undefined for text. */
function findHeadingLevel({ outlineLevel }: DocxParagraph, text: string): 1 | 2 | 3 | undefined {
  if (text.length > LONGEST_HEADING || SENTENCE.test(text)) return undefined;
  const numbered = HEADINGS.find(([pattern]) => pattern.test(text))?.[1];
  if (numbered || outlineLevel === undefined) return numbered;
  // The title of the letter is level 1 of the document; the body starts below it.
  return outlineLevel <= 2 ? 1 : outlineLevel === 3 ? 2 : 3;
}

type ListItem = { readonly kind: "ordered" | "bullet"; readonly order: number; readonly runs: readonly DocxRun[] };

function findListItem(paragraph: DocxParagraph, text: string): ListItem | undefined {
  const indent = paragraphText(paragraph).search(/[^\s\u3000]/);
  const ordered = /^(\d{1,2})(?:[.．](?!\d)|、)\s*/.exec(text);
  if (ordered) {
    return { kind: "ordered", order: Number(ordered[1]), runs: cutFront(paragraph.runs, indent + ordered[0].length) };
  }
  if (!text.startsWith(BULLET)) return undefined;
  return { kind: "bullet", order: 0, runs: cutFront(paragraph.runs, indent + BULLET.length) };
}

type Part = { readonly block: Block; readonly paragraph?: DocxParagraph; readonly item?: ListItem };

function toPart(block: DocxBlock): Part[] {
  if (block.kind === "table") {
    const table = toTableBlock(block);
    return table ? [{ block: table }] : [];
  }
  const text = paragraphText(block).trim();
  const level = findHeadingLevel(block, text);
  if (level !== undefined && text !== "") {
    return [{ block: { type: "heading", attrs: { level }, content: toContent(block.runs, true) ?? [] } }];
  }
  const paragraph = toParagraph(block.runs);
  const item = findListItem(block, text);
  return paragraph ? [{ block: paragraph, paragraph: block, ...(item ? { item } : {}) }] : [];
}

/** Items that follow one another: bullets, or numbers that start at 1 and miss none. */
function listLength(parts: readonly Part[], from: number): number {
  const first = parts[from]?.item;
  if (!first || (first.kind === "ordered" && first.order !== 1)) return 0;
  let length = 0;
  for (const part of parts.slice(from)) {
    const { item } = part;
    if (item?.kind !== first.kind || (item.kind === "ordered" && item.order !== length + 1)) break;
    length += 1;
  }
  return first.kind === "ordered" && length < 2 ? 0 : length;
}

function toList(parts: readonly Part[]): Block {
  const content = parts.flatMap(({ item }) => {
    const paragraph = item && toParagraph(item.runs);
    return paragraph ? [{ type: "list_item" as const, content: [paragraph] }] : [];
  });
  return { type: parts[0]?.item?.kind === "bullet" ? "bullet_list" : "ordered_list", content };
}

/** The body of a reply as allowed nodes. A number that is not part of a whole list stays in the text as it was typed. */
export function toRichText(blocks: readonly DocxBlock[]): RichText {
  const parts = blocks.flatMap(toPart);
  const content: Block[] = [];
  for (let at = 0; at < parts.length;) {
    const length = listLength(parts, at);
    const part = parts[at];
    if (length > 0) content.push(toList(parts.slice(at, at + length)));
    else if (part) content.push(part.block);
    at += Math.max(length, 1);
  }
  return { type: "doc", content };
}
