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

export function plainText(doc: RichText): string {
  return textBlocks(doc).join("\n");
}
