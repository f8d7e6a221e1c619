import type { Block, Inline, Paragraph, RichText } from "#domain/reply/rich-text.ts";
import { escapeXml } from "../xlsx/cell-xml.ts";

function toInline(node: Inline): string {
  if (node.type === "hard_break") return "<br>";
  const marks = node.marks ?? [];
  const href = marks.find((mark) => mark.type === "link")?.attrs.href;
  const text = escapeXml(node.text);
  const bold = marks.some((mark) => mark.type === "bold") ? `<b>${text}</b>` : text;
  return href === undefined ? bold : `<a href="${escapeXml(href)}">${bold}</a>`;
}

const toContent = (content: readonly Inline[] | undefined): string => (content ?? []).map(toInline).join("");
const toParagraph = ({ content }: Paragraph, before = ""): string => `<p>${before}${toContent(content)}</p>`;

type TableBlock = Extract<Block, { type: "table" }>;

function toTable({ content }: TableBlock): string {
  const rows = content.map(({ content: cells }) => {
    const html = cells.map(({ type, attrs, content: paragraphs }) => {
      const tag = type === "table_header" ? "th" : "td";
      const spans = attrs ? ` colspan="${attrs.colspan}" rowspan="${attrs.rowspan}"` : "";
      return `<${tag}${spans}>${paragraphs.map((node) => toParagraph(node)).join("")}</${tag}>`;
    });
    return `<tr>${html.join("")}</tr>`;
  });
  return `<table>${rows.join("")}</table>`;
}

function toItems(block: Extract<Block, { type: "bullet_list" | "ordered_list" }>): string {
  const tag = block.type === "bullet_list" ? "ul" : "ol";
  const items = block.content.map(({ content }, index) => {
    const before = tag === "ul" ? "• " : `${index + 1}.`;
    return `<li>${content.map((node, at) => toParagraph(node, at === 0 ? before : "")).join("")}</li>`;
  });
  return `<${tag}>${items.join("")}</${tag}>`;
}

function toBlock(block: Block): string {
  switch (block.type) {
    case "heading":
      return `<h${block.attrs.level + 1}>${toContent(block.content)}</h${block.attrs.level + 1}>`;
    case "paragraph":
      return toParagraph(block);
    case "bullet_list":
    case "ordered_list":
      return toItems(block);
    case "table":
      return toTable(block);
  }
}

export function toHtmlBody(body: RichText): string {
  return body.content.map(toBlock).join("\n");
}
