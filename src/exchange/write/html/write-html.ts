import type { Paper, PaperBlock, PaperCell, PaperLine, PaperTable } from "../paper/paper.ts";
import { widthOf } from "../paper/printed-words.ts";
import { toTitleLines } from "../paper/title-lines.ts";
import { escapeXml } from "../xlsx/cell-xml.ts";
import { PAPER_STYLE, toIssuerSize } from "./paper-style.ts";
import { toHtmlBody } from "./rich-text-html.ts";

const PIXELS_OF_MILLIMETRE = 96 / 25.4;

function toLine({ role, text, freeAtEnd }: PaperLine): string {
  const words = escapeXml(text);
  if (role === "title") return `<h1>${toTitleLines(text).map(escapeXml).join("<br>")}</h1>`;
  const size = role === "issuer" ? ` size-${toIssuerSize(widthOf(text))}` : "";
  const free = freeAtEnd === undefined ? "" : ` free-${Math.min(32, Math.round(freeAtEnd * 2))}`;
  return `<p class="${role}${size}${free}">${words}</p>`;
}

function toCell({ lines, columns = 1, rows = 1, label = false, align }: PaperCell, height: number | undefined): string {
  const look = label ? "label" : align === "center" ? "center" : "";
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ""}${rows > 1 ? ` rowspan="${rows}"` : ""}`;
  const tall = height === undefined ? "" : ` height="${Math.round(height * PIXELS_OF_MILLIMETRE)}"`;
  return `<td${look === "" ? "" : ` class="${look}"`}${spans}${tall}>${lines.map(escapeXml).join("<br>")}</td>`;
}

function toTable({ widths, rows, headerRows, heights }: PaperTable): string {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => `<col width="${((width / sum) * 100).toFixed(2)}%">`).join("");
  const html = rows.map((cells, at) => `<tr>${cells.map((cell) => toCell(cell, heights?.[at])).join("")}</tr>`);
  const head = headerRows > 0 ? `<thead>${html.slice(0, headerRows).join("")}</thead>` : "";
  return `<table${headerRows > 0 ? ' class="list"' : ""}><colgroup>${columns}</colgroup>${head}<tbody>${html.slice(headerRows).join("")}</tbody></table>`;
}

function toBlock(block: PaperBlock): string {
  switch (block.kind) {
    case "line":
      return toLine(block);
    case "body":
      return toHtmlBody(block.body);
    case "table":
      return toTable(block);
    case "rule":
      return "<hr>";
    case "blank":
      return '<div class="blank"></div>';
  }
}

/** A page that a browser prints or saves as PDF in the layout of GB/T 9704-2012. No script, one style. */
export function writeHtml({ name, blocks }: Paper): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(name)}</title><style>${PAPER_STYLE}</style></head>
<body><main>
${blocks.map(toBlock).join("\n")}
</main></body>
</html>
`;
}
