import type { Block, RichText } from "#domain/reply/rich-text.ts";
import type { DemoPara } from "./demo/demo-city.ts";

function toText(text: string) {
  return [{ type: "text" as const, text }];
}

function toBlock(para: DemoPara): Block {
  if ("table" in para) {
    return {
      type: "table",
      content: para.table.map((row, index) => ({
        type: "table_row",
        content: row.map((cell) => ({
          type: index === 0 ? ("table_header" as const) : ("table_cell" as const),
          content: [{ type: "paragraph" as const, content: toText(cell) }],
        })),
      })),
    };
  }
  if (para.heading) return { type: "heading", attrs: { level: para.heading }, content: toText(para.text) };
  return { type: "paragraph", content: toText(para.text) };
}

export function toRichText(paras: readonly DemoPara[]): RichText {
  return { type: "doc", content: paras.map(toBlock) };
}
