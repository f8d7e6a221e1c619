import type { Block, Inline, Paragraph, RichText } from "../reply/rich-text.ts";

type Change = (node: Inline) => Inline;

const mapParagraph = (paragraph: Paragraph, change: Change): Paragraph => ({
  ...paragraph,
  ...(paragraph.content ? { content: paragraph.content.map(change) } : {}),
});

function mapBlock(block: Block, change: Change): Block {
  switch (block.type) {
    case "paragraph":
      return mapParagraph(block, change);
    case "heading":
      return { ...block, ...(block.content ? { content: block.content.map(change) } : {}) };
    case "bullet_list":
    case "ordered_list":
      return {
        ...block,
        content: block.content.map((item) => ({
          ...item,
          content: item.content.map((node) => mapParagraph(node, change)),
        })),
      };
    case "table":
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({
            ...cell,
            content: cell.content.map((node) => mapParagraph(node, change)),
          })),
        })),
      };
  }
}

/** The same document with every piece of text changed; what stands around them stays. */
export function mapInline(doc: RichText, change: Change): RichText {
  return { ...doc, content: doc.content.map((block) => mapBlock(block, change)) };
}
