import { describe, expect, test } from "vitest";
import { findFigure, toFigureHref } from "#domain/summary/figure-link.ts";
import { citeAll, tellClasses } from "#domain/summary/pieces.ts";
import { fillSentence } from "#domain/summary/sentence.ts";
import { MATTER, YEAR_ADDRESS, toFacts } from "./facts.ts";

const textOf = (nodes: ReturnType<typeof fillSentence>) =>
  nodes?.map((node) => (node.type === "text" ? node.text : "")).join("");

describe("a sentence", () => {
  const facts = toFacts({ "all.motions": "201", "all.share%": "93.06%", "all.none": "0", "all.none%": "0.00%" });

  test("is filled with words and numbers; each number leads to its figure and says its day", () => {
    const nodes = fillSentence("{year}年，共承办{kinds}{#all.motions}件，占{#all.share%}。", facts);
    expect(textOf(nodes)).toBe("2026年，共承办人大代表建议201件，占93.06%。");
    expect(nodes?.flatMap((node) => findFigure(node) ?? [])).toEqual([
      { code: "all.motions", asOf: "2026-11-22" },
      { code: "all.share%", asOf: "2026-11-22" },
    ]);
  });

  test.each([
    ["a word is not known", "{sitting}以来的情况。"],
    ["a number is not counted", "办复率{#all.answered%}。"],
    ["a number is zero and may not be", "催办{#all.none}次。"],
    ["a rate is zero and may not be", "催办{#all.none%}。"],
    ["a piece is empty", "分别为{@lead}。"],
  ])("is left out whole where %s", (_, template) => {
    expect(fillSentence(template, facts)).toBeUndefined();
  });

  test("may say zero where zero is worth saying", () => {
    expect(textOf(fillSentence("不满意的{=all.none}件次。", facts))).toBe("不满意的0件次。");
  });

  test("of several wordings the first that holds is taken", () => {
    expect(textOf(fillSentence(["催办{#all.none}次。", "共{#all.motions}件。"], facts))).toBe("共201件。");
    expect(fillSentence(["催办{#all.none}次。", "{sitting}"], facts)).toBeUndefined();
  });

  test("names the axis by which the year counts satisfaction", () => {
    const rated = toFacts({ "all.satisfied_strict_result_latest": "7" });
    expect(textOf(fillSentence("对{axis}满意的{#all.satisfied_strict_<axis>_latest}件次。", rated))).toBe(
      "对办理结果满意的7件次。",
    );
  });
});

describe("the link of a number", () => {
  const node = (href: string) => ({
    type: "text" as const,
    text: "1",
    marks: [{ type: "link" as const, attrs: { href } }],
  });

  test("gives back what it was made of", () => {
    const mark = { code: "all.answered_rate%", asOf: "2026-11-22" };
    expect(findFigure(node(toFigureHref(YEAR_ADDRESS, mark)))).toEqual(mark);
  });

  test.each([
    "https://www.example.gov.cn/2026/",
    "https://www.example.gov.cn/2026/#figure=all.x",
    "https://www.example.gov.cn/2026/#figure=%E0%A4%A&as-of=2026-11-22",
    "https://www.example.gov.cn/2026/#figure=DROP%20TABLE&as-of=2026-11-22",
  ])("%s is none", (href) => {
    expect(findFigure(node(href))).toBeUndefined();
  });
});

describe("ready pieces", () => {
  test("matters stand one after another, each with its permanent address", () => {
    const nodes = citeAll([
      MATTER,
      { ...MATTER, numberLabel: "第40号", filer: null, href: `${YEAR_ADDRESS}jianyi/40/` },
    ]);
    expect(nodes).toEqual([
      { type: "text", text: "卢子等代表提出的" },
      {
        type: "text",
        text: "第39号建议《关于加快老旧小区加装电梯的建议》",
        marks: [{ type: "link", attrs: { href: MATTER.href } }],
      },
      { type: "text", text: "，" },
      {
        type: "text",
        text: "第40号建议《关于加快老旧小区加装电梯的建议》",
        marks: [{ type: "link", attrs: { href: `${YEAR_ADDRESS}jianyi/40/` } }],
      },
    ]);
    expect(citeAll([])).toBeNull();
  });

  test("classes that nobody got are left out; without any there is nothing to say", () => {
    const classes = [
      { code: "A", label: "已解决", figure: "all.class_1" },
      { code: "B", label: "列入计划", figure: "all.class_2" },
      { code: "C", label: "留作参考", figure: "all.class_3" },
    ];
    const facts = toFacts({
      "all.class_1": "67",
      "all.class_1%": "33.33%",
      "all.class_2": "134",
      "all.class_2%": "66.67%",
      "all.class_3": "0",
      "all.class_3%": "0%",
    });
    expect(textOf(tellClasses(classes, facts)?.slice())).toBe(
      "A类（已解决）67件次，占33.33%；B类（列入计划）134件次，占66.67%",
    );
    expect(tellClasses(classes, toFacts({}))).toBeNull();
  });
});
