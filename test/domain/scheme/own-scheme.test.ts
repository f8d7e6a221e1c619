import { describe, expect, it } from "vitest";
import { OwnScheme, findSame, toScheme, toTone } from "#domain/scheme/own-scheme.ts";
import { SCHEME_PRESETS, findPreset } from "#domain/scheme/presets.ts";
import { Scheme } from "#domain/scheme/scheme.ts";

const done = {
  code: "A",
  label: "已经办成",
  definition: "所提事项已经办成、群众认可的",
  canonical: ["resolved"],
  countsAsResolved: true,
  needsFollowUp: false,
};
const planned = { ...done, code: "B", label: "三年内办成", canonical: ["planned"], countsAsResolved: false };
const own = { name: "本市两类", source: "云政办〔2027〕3号", classes: [done, planned] };

function faultsOf(value: unknown): string[] {
  const parsed = OwnScheme.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}：${message}`);
}
const withClass = (change: object) => ({ ...own, classes: [done, { ...planned, ...change }] });

describe("a scheme of one's own", () => {
  it("is whole and looks like what it means", () => {
    const scheme = toScheme("own-1", OwnScheme.parse(own));
    expect(Scheme.parse(scheme)).toEqual(scheme);
    expect(scheme.classes.map(({ tone }) => tone)).toEqual(["done", "planned"]);
  });

  it.each([
    ["E", []],
    ["甲", []],
    ["e", ["classes.1.code：类别用一个大写字母，或者甲、乙、丙、丁"]],
    ["戊", ["classes.1.code：类别用一个大写字母，或者甲、乙、丙、丁"]],
    ["AB", ["classes.1.code：类别用一个大写字母，或者甲、乙、丙、丁"]],
    ["A", ["classes.1.code：已有A类，每类只写一次"]],
  ])("code %s", (code, faults) => expect(faultsOf(withClass({ code }))).toEqual(faults));

  it.each([
    ["a class twice under one name", withClass({ label: "已经办成" }), "classes.1.label：已有名称为“已经办成”的一类"],
    [
      "what is not solved counted as solved",
      withClass({ canonical: ["adopted", "planned"], countsAsResolved: true }),
      "classes.1.countsAsResolved：“列入计划逐步解决”还没有解决",
    ],
    ["no meaning", withClass({ canonical: [] }), "classes.1.canonical：请选择这一类是什么结果"],
    ["no words", withClass({ definition: " " }), "classes.1.definition：含义至少写 2 个字"],
    ["one class", { ...own, classes: [done] }, "classes：至少应有两类"],
    [
      "nothing solved",
      { ...own, classes: [planned, { ...planned, code: "C", label: "以后再办" }] },
      "classes：至少应有",
    ],
    ["the source of a preset", { ...own, source: SCHEME_PRESETS[0]?.source }, "source：这是“A、B、C 三类”的出处"],
    ["unknown outcomes", withClass({ canonical: ["done"] }), "classes.1.canonical.0"],
  ])("refuses %s", (_, value, fault) => {
    expect(faultsOf(value)).toHaveLength(1);
    expect(faultsOf(value)[0]).toContain(fault);
  });
});

it("every preset looks as its own meaning says", () => {
  for (const { canonical, tone } of SCHEME_PRESETS.flatMap(({ classes }) => classes))
    expect(toTone(canonical)).toBe(tone);
});

it("the same classes are found whatever they are called, others are not", () => {
  const scheme = toScheme("own-1", OwnScheme.parse(own));
  expect(findSame({ ...scheme, id: "own-2", name: "另一个名称" }, [...SCHEME_PRESETS, scheme])).toBe(scheme);
  expect(findSame(scheme, [...SCHEME_PRESETS, scheme])).toBeUndefined();
  const preset = findPreset("jia-yi-bing");
  expect(preset && findSame({ ...preset, id: "own-3" }, SCHEME_PRESETS)).toBe(preset);
});
