import type { Block, Inline, Paragraph, RichText } from "./rich-text.ts";

/** The text of one block as a reader sees it, runs joined: 138 + **0013** is one word. */
function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === "text" ? node.text : "\n")).join("");
}

function paragraphsText(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((paragraph) => inlineText(paragraph.content)).join("\n");
}

function blockTexts(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [inlineText(block.content)];
    case "bullet_list":
    case "ordered_list":
      return block.content.map((item) => paragraphsText(item.content));
    case "table":
      return block.content.flatMap((row) => row.content.map((cell) => paragraphsText(cell.content)));
  }
}

/** One string per paragraph, list item and table cell, in reading order; empty ones dropped. */
export function textBlocks(doc: RichText): string[] {
  return doc.content.flatMap(blockTexts).filter((text) => text.trim() !== "");
}

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return block.content ?? [];
    case "bullet_list":
    case "ordered_list":
      return block.content.flatMap((item) => item.content.flatMap((paragraph) => paragraph.content ?? []));
    case "table":
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.flatMap((paragraph) => paragraph.content ?? [])),
      );
  }
}

function decodeAddress(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Where the links lead, percent signs undone: a page carries them though its reader does not see them. */
export function linkAddresses(doc: RichText): string[] {
  return doc.content
    .flatMap(inlinesOf)
    .flatMap((node) => (node.type === "text" ? (node.marks ?? []) : []))
    .flatMap((mark) => (mark.type === "link" ? [decodeAddress(mark.attrs.href)] : []));
}

/** Everything of a document that is published: what the scan for personal data must read. */
export function blocksToScan(doc: RichText): string[] {
  return [...textBlocks(doc), ...linkAddresses(doc)];
}

export function plainText(doc: RichText): string {
  return textBlocks(doc).join("\n");
}
