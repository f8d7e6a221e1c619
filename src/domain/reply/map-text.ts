import type { Block, Inline, Paragraph, RichText } from "./rich-text.ts";

type Change = (text: string) => string;

/** Text that a change leaves empty is no node any more. */
function mapInline(content: readonly Inline[] | undefined, change: Change): Inline[] {
  return (content ?? []).flatMap((node): Inline[] => {
    if (node.type !== "text") return [node];
    const text = change(node.text);
    return text === "" ? [] : [{ ...node, text }];
  });
}

function mapParagraph(paragraph: Paragraph, change: Change): Paragraph {
  return { ...paragraph, content: mapInline(paragraph.content, change) };
}

function mapBlock(block: Block, change: Change): Block {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return { ...block, content: mapInline(block.content, change) };
    case "bullet_list":
    case "ordered_list":
      return {
        ...block,
        content: block.content.map((item) => ({ ...item, content: item.content.map((p) => mapParagraph(p, change)) })),
      };
    case "table":
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: cell.content.map((p) => mapParagraph(p, change)) })),
        })),
      };
  }
}

/** The same document with every run of text changed; nodes and marks stay. */
export function mapText(doc: RichText, change: Change): RichText {
  return { ...doc, content: doc.content.map((block) => mapBlock(block, change)) };
}
