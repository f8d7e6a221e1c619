import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textBlocks } from "#domain/reply/plain-text.ts";
import type { Block, RichText } from "#domain/reply/rich-text.ts";
import { closeUp, withoutFigureLinks } from "#domain/summary/close-up.ts";
import { figureNode } from "#domain/summary/sentence.ts";
import { toFacts } from "./facts.ts";

const heading = (level: number, text: string): Block => ({
  type: "heading",
  attrs: { level },
  content: [{ type: "text", text }],
});
const paragraph = (text: string): Block => ({
  type: "paragraph",
  ...(text === "" ? {} : { content: [{ type: "text", text }] }),
});
const doc = (...content: Block[]): RichText => ({ type: "doc", content });

describe("a 总结 that leaves the house", () => {
  test("has no empty paragraph, no heading over nothing, and headings in a row", () => {
    const closed = closeUp(
      doc(
        paragraph(""),
        heading(1, "基本情况"),
        paragraph("共承办2件。"),
        heading(1, "创新举措"),
        paragraph("  "),
        heading(1, "主要做法"),
        heading(2, "组织"),
        paragraph(""),
        heading(2, "督办"),
        paragraph("催办1次。"),
        heading(3, "方式"),
        paragraph("电话。"),
        heading(1, "打算"),
        heading(2, "明年"),
      ),
    );
    expect(textBlocks(closed)).toEqual([
      "一、基本情况",
      "共承办2件。",
      "二、主要做法",
      "（一）督办",
      "催办1次。",
      "1.方式",
      "电话。",
    ]);
  });

  test("numbers that somebody typed are set anew, not doubled", () => {
    const closed = closeUp(doc(heading(1, "三、基本情况"), heading(2, "（二）数量"), paragraph("共2件。")));
    expect(textBlocks(closed)).toEqual(["一、基本情况", "（一）数量", "共2件。"]);
  });

  test("closing up twice is closing up once, and no word of a paragraph is lost", () => {
    const block = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom("甲", "乙"))
        .map(([level, text]) => heading(level, text)),
      fc.constantFrom("", "正文一。", "正文二。").map(paragraph),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), (content) => {
        const closed = closeUp(doc(...content));
        expect(closeUp(closed)).toEqual(closed);
        const words = (body: RichText) =>
          body.content.filter(({ type }) => type === "paragraph").flatMap((item) => textBlocks(doc(item)));
        expect(words(closed)).toEqual(words(doc(...content)));
        expect(closed.content.at(-1)?.type).not.toBe("heading");
      }),
    );
  });

  test("on paper a number is a number, and a cited matter keeps its address", () => {
    const facts = toFacts({ "all.motions": "2" });
    const link = {
      type: "text" as const,
      text: "第39号",
      marks: [{ type: "link" as const, attrs: { href: "https://a.cn/2026/jianyi/39/" } }],
    };
    const body = doc({ type: "paragraph", content: [figureNode("all.motions", "2", facts), link] });
    expect(withoutFigureLinks(body)).toEqual(doc({ type: "paragraph", content: [{ type: "text", text: "2" }, link] }));
  });
});
