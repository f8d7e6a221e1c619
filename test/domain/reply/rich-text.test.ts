import { describe, expect, it } from "vitest";
import { plainText } from "#domain/reply/plain-text.ts";
import { RichText, richTextOf } from "#domain/reply/rich-text.ts";

const text = (words: string, marks?: unknown[]) => ({ type: "text", text: words, ...(marks ? { marks } : {}) });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const doc = (...content: unknown[]) => ({ type: "doc", content });
const link = (href: string) => ({ type: "link", attrs: { href } });

describe("the body of a reply", () => {
  it.each(["https://example.gov.cn/a", "http://example.gov.cn"])("may link to %s", (href) => {
    expect(RichText.safeParse(doc(paragraph(text("见此", [link(href)])))).success).toBe(true);
  });

  it.each(["javascript:alert(1)", "java\nscript:x", "data:text/html,x", "//example.com", "vbscript:x", " https://a b"])(
    "may not link to %j",
    (href) => {
      expect(RichText.safeParse(doc(paragraph(text("见此", [link(href)])))).success).toBe(false);
    },
  );

  it.each([
    ["an image", doc({ type: "image", attrs: { src: "x" } })],
    ["raw HTML", doc({ type: "html", html: "<b>" })],
    ["an unknown attribute", doc({ ...paragraph(text("a")), attrs: { id: "x" } })],
    ["an unknown mark", doc(paragraph(text("a", [{ type: "style" }])))],
    ["a heading of level 9", doc({ type: "heading", attrs: { level: 9 }, content: [] })],
    ["an empty run", doc(paragraph(text("")))],
  ])("refuses %s", (_, input) => {
    expect(RichText.safeParse(input).success).toBe(false);
  });

  it("is read as a reader sees it: runs joined, cells and items apart", () => {
    const body = RichText.parse(
      doc(
        paragraph(text("138"), text("0013", [{ type: "bold" }]), text("8000")),
        { type: "ordered_list", content: [{ type: "list_item", content: [paragraph(text("一"))] }] },
        {
          type: "table",
          content: [{ type: "table_row", content: [{ type: "table_cell", content: [paragraph(text("甲"))] }] }],
        },
      ),
    );
    expect(plainText(body)).toBe("13800138000\n一\n甲");
  });

  it("is made of plain paragraphs without empty ones", () => {
    expect(plainText(richTextOf(["一", "", "二"]))).toBe("一\n二");
  });
});
