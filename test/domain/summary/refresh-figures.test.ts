import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textBlocks } from "#domain/reply/plain-text.ts";
import type { Block, Inline, RichText } from "#domain/reply/rich-text.ts";
import { RichText as RichTextSchema } from "#domain/reply/rich-text.ts";
import { findPlaceholders } from "#domain/gate/placeholder.ts";
import { buildSummary, listHints } from "#domain/summary/build-summary.ts";
import { OUTLINES } from "#domain/summary/outline.ts";
import { getOutline } from "#domain/summary/outlines.ts";
import { refreshFigures } from "#domain/summary/refresh-figures.ts";
import { figureNode } from "#domain/summary/sentence.ts";
import { MATTER, toFacts } from "./facts.ts";

const paragraph = (...content: Inline[]): Block => ({ type: "paragraph", content });
const text = (words: string): Inline => ({ type: "text", text: words });
const empty: RichText = { type: "doc", content: [] };

describe("numbers set anew", () => {
  const before = toFacts({ "all.motions": "201" }, { asOf: "2026-06-30" });
  const doc: RichText = {
    type: "doc",
    content: [paragraph(text("我局共承办"), figureNode("all.motions", "201", before), text("件，成效明显。"))],
  };

  test("change their value and their day, and nothing around them", () => {
    const { body, changed, gone } = refreshFigures(doc, toFacts({ "all.motions": "202" }), empty);
    expect(textBlocks(body)).toEqual(["我局共承办202件，成效明显。"]);
    expect(changed).toEqual([{ code: "all.motions", before: "201", after: "202" }]);
    expect(JSON.stringify(body)).toContain("as-of=2026-11-22");
    expect(gone).toEqual([]);
  });

  test("that are counted no more stay as they were and are named", () => {
    const { body, changed, gone } = refreshFigures(doc, toFacts({}), empty);
    expect(body).toEqual(doc);
    expect([changed, gone]).toEqual([[], [{ code: "all.motions", text: "201" }]]);
  });

  test("a number that somebody set in bold stays bold", () => {
    const node = figureNode("all.motions", "201", before);
    const bold: Inline = node.type === "text" ? { ...node, marks: [{ type: "bold" }, ...(node.marks ?? [])] } : node;
    const { body } = refreshFigures(
      { type: "doc", content: [paragraph(bold)] },
      toFacts({ "all.motions": "202" }),
      empty,
    );
    expect(JSON.stringify(body)).toContain('"bold"');
  });

  test("a sentence that could be said now is offered, one that is there is not", () => {
    const facts = toFacts({ "all.motions": "201", "all.reminders": "4" });
    const said = paragraph(text("共"), figureNode("all.motions", "201", facts), text("件。"));
    const fresh = paragraph(text("催办"), figureNode("all.reminders", "4", facts), text("次。"));
    const { offered } = refreshFigures(doc, facts, {
      type: "doc",
      content: [said, fresh, paragraph(text("没有数字。"))],
    });
    expect(offered).toEqual([fresh]);
  });

  test("whatever people wrote stays, word for word", () => {
    const prose = fc.string({ minLength: 1, maxLength: 20 }).map(text);
    const number = fc.constantFrom("all.a", "all.b%", "all.c/").map((code) => figureNode(code, "1", before));
    const block = fc
      .array(fc.oneof(prose, number), { minLength: 1, maxLength: 6 })
      .map((content) => paragraph(...content));
    const isNumber = (node: Inline) => node.type === "text" && node.marks !== undefined;
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), fc.nat(), (content, value) => {
        const facts = toFacts({ "all.a": String(value), "all.b%": `${value}%` });
        const { body } = refreshFigures({ type: "doc", content }, facts, empty);
        const words = (blocks: readonly Block[]) =>
          blocks.flatMap((item) =>
            item.type === "paragraph" ? (item.content ?? []).filter((node) => !isNumber(node)) : [],
          );
        expect(words(body.content)).toEqual(words(content));
        expect(refreshFigures(body, facts, empty).changed).toEqual([]);
      }),
    );
  });
});

describe.each(OUTLINES)("the draft by the outline %s", (code) => {
  const outline = getOutline(code);
  // As many figures as the templates know, all of them counted.
  const places = JSON.stringify(outline.sections).matchAll(/\{[#=]([^}]+)\}/g);
  const codes = [...places].map(([, name = ""]) => name.replace("<axis>", "result"));
  const words = {
    sitting: "市四届人大五次会议",
    joint: "会办",
    government: "云川市人民政府",
    topics: "教育、养老等方面",
  };
  const pieces = {
    lead: [text("《甲》")],
    resolved: [text("《乙》")],
    moving: [text("《丙》")],
    open: [text("《丁》")],
    classes: [text("A类2件次")],
  };
  const full = toFacts(Object.fromEntries(codes.map((name) => [name, name.endsWith("%") ? "50%" : "2"])));
  const rich = { ...full, words: { ...full.words, ...words }, pieces, examples: [MATTER] };

  test("is a document that may be stored, without a blank and without a brace", () => {
    const { title, body } = buildSummary(outline, rich);
    expect(RichTextSchema.safeParse(body).success).toBe(true);
    const all = [title, ...textBlocks(body)].join("\n");
    expect(all).not.toMatch(/[{}<>]|undefined|null/);
    expect(findPlaceholders(all)).toEqual([]);
    expect(title).toContain("人大代表建议");
  });

  test("without any fact there are headings and room to write, and no sentence", () => {
    const bare = { ...rich, words: { ...rich.words, topics: null } };
    const { body } = buildSummary(outline, { ...bare, figures: new Map(), pieces: {}, examples: [] });
    const paragraphs = body.content.filter(({ type }) => type === "paragraph");
    expect(paragraphs.length).toBeGreaterThan(3);
    expect(paragraphs.every((item) => item.type === "paragraph" && item.content === undefined)).toBe(true);
    expect(listHints(outline, rich.words)).toHaveLength(paragraphs.length);
  });
});
