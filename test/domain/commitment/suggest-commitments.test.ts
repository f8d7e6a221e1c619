import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSpanText } from "#domain/commitment/find-span.ts";
import { guessDue } from "#domain/commitment/guess-due.ts";
import { suggestCommitments } from "#domain/commitment/suggest-commitments.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";

describe("the day that a sentence promises", () => {
  it.each([
    ["年底前完成改造。", "2026-12-31"],
    ["力争2027年底前建成。", "2027-12-31"],
    ["将于6月底前投入使用。", "2026-06-30"],
    ["将于2028年2月底前完成。", "2028-02-29"],
    ["拟于十一月底前竣工。", "2026-11-30"],
    ["确保9月15日前开学。", "2026-09-15"],
    ["今年内启动。", "2026-12-31"],
    ["明年上半年完成。", "2027-06-30"],
    ["列入2027年项目计划。", "2027-12-31"],
    ["列入计划逐步解决。", undefined],
    ["于2月30日前完成。", undefined],
  ])("%s", (sentence, due) => expect(guessDue(sentence, 2026)).toBe(due));
});

it.each([
  ["我单位将于年底前完成改造。", 1],
  ["该路段已列入明年道路改造计划。", 1],
  ["2025年底前已全部完成改造。", 0],
  ["已完成前期工作，力争今年内开工。", 1],
  ["感谢您对教育工作的关心和支持。", 0],
  ["我们实地走访。将于6月底前完成；纳入年度预算。", 2],
])("%s holds %i", (text, count) => {
  expect(suggestCommitments(richTextOf([text]), 2026)).toHaveLength(count);
});

it("finds the places in lists, and each place gives back its words", () => {
  const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] });
  const doc: RichText = {
    type: "doc",
    content: [
      paragraph("现答复如下："),
      {
        type: "bullet_list",
        content: ["一期已完工", "二期将于年底前完工"].map((text) => ({
          type: "list_item",
          content: [paragraph(text)],
        })),
      },
    ],
  };
  const [found] = suggestCommitments(doc, 2026);
  expect(found).toMatchObject({ block: 1, text: "二期将于年底前完工", dueOn: "2026-12-31" });
  expect(found && findSpanText(doc, found)).toBe("二期将于年底前完工");
});

it("every proposal of any letter is the text at its own place", () => {
  const piece = fc.constantFrom("将于", "年底前", "6月底前", "列入", "计划", "完成", "。", "；", "\n", "  ", "已");
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 12 }), { maxLength: 4 }), (paragraphs) => {
      const doc = richTextOf(paragraphs.map((pieces) => pieces.join("")));
      for (const found of suggestCommitments(doc, 2026)) expect(findSpanText(doc, found)).toBe(found.text);
    }),
    { numRuns: 300 },
  );
});

it.each([
  [{ block: 0, start: 0, end: 2 }, "一二"],
  [{ block: 0, start: 2, end: 3 }, "三"],
  [{ block: 0, start: 0, end: 4 }, undefined],
  [{ block: 0, start: 1, end: 1 }, undefined],
  [{ block: 0, start: -1, end: 1 }, undefined],
  [{ block: 1, start: 0, end: 1 }, undefined],
])("the words at %j are %s", (span, text) => {
  expect(findSpanText(richTextOf(["一二三"]), span)).toBe(text);
});
