import { z } from "zod";

/**
 * The body of a reply: a ProseMirror document of allowed nodes, never HTML.
 * A node or mark that is not listed here cannot be stored, so it cannot be published.
 */
const Link = z.strictObject({
  type: z.literal("link"),
  // Only the web: javascript:, data: and scheme-relative addresses end here.
  attrs: z.strictObject({
    href: z
      .string()
      .regex(/^https?:\/\/[^\s]+$/i, "链接只能是 http 或 https 地址")
      .max(2000),
  }),
});
const Bold = z.strictObject({ type: z.literal("bold") });
const Mark = z.union([Bold, Link]);

const Text = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1),
  marks: z.array(Mark).max(2).optional(),
});
const HardBreak = z.strictObject({ type: z.literal("hard_break") });
const Inline = z.union([Text, HardBreak]);

const Paragraph = z.strictObject({ type: z.literal("paragraph"), content: z.array(Inline).optional() });
const Heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level: z.int().min(1).max(3) }),
  content: z.array(Inline).optional(),
});
const ListItem = z.strictObject({ type: z.literal("list_item"), content: z.array(Paragraph).min(1) });
const BulletList = z.strictObject({ type: z.literal("bullet_list"), content: z.array(ListItem).min(1) });
const OrderedList = z.strictObject({ type: z.literal("ordered_list"), content: z.array(ListItem).min(1) });

const Span = z.int().min(1).max(50);
const CellAttrs = z.strictObject({ colspan: Span, rowspan: Span });
const TableCell = z.strictObject({
  type: z.enum(["table_cell", "table_header"]),
  attrs: CellAttrs.optional(),
  content: z.array(Paragraph),
});
const TableRow = z.strictObject({ type: z.literal("table_row"), content: z.array(TableCell).min(1) });
const Table = z.strictObject({ type: z.literal("table"), content: z.array(TableRow).min(1) });

const Block = z.union([Paragraph, Heading, BulletList, OrderedList, Table]);
export const RichText = z.strictObject({ type: z.literal("doc"), content: z.array(Block).max(2000) });

export type RichText = z.infer<typeof RichText>;
export type Block = z.infer<typeof Block>;
export type Inline = z.infer<typeof Inline>;
export type Paragraph = z.infer<typeof Paragraph>;

/** A document of plain paragraphs; empty lines are dropped. */
export function richTextOf(paragraphs: readonly string[]): RichText {
  return {
    type: "doc",
    content: paragraphs
      .filter((text) => text !== "")
      .map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  };
}
