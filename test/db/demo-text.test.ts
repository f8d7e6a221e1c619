import { describe, expect, it } from "vitest";
import { makeDemoCity } from "#db/seed/demo/demo-city.ts";
import { ALL_SUBJECTS, TOPIC_BANKS } from "#db/seed/demo/topics.ts";
import { allTextsOf, overlapOf, repliesOf, sentencesOf, textsOf } from "./demo-support.ts";

const city = makeDemoCity();
const sent = repliesOf(city);
const published = sent.filter(({ reply }) => reply.publishedAt !== undefined);

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ["a slot that was not filled", /[{}]|undefined|NaN|null/],
  ["a blank of a template", /[xX×]{2,}|_{2,}|某|待补|＿/],
  ["a mobile number", /(?<!\d)1[3-9]\d{9}(?!\d)/],
  ["an identity number", /\d{15,}/],
  ["an e-mail address", /\S@\S/],
  ["a doubled mark", /[。，；：、]{2,}/],
];

describe("the words of the demo city", () => {
  it.each(FORBIDDEN)("hold nowhere %s", (_name, pattern) => {
    const texts = [...sent.flatMap(allTextsOf), ...city.matters.map(({ title }) => title)];
    const documents = city.documents.flatMap((document) => [document.title, ...document.body]);
    expect([...texts, ...documents].filter((text) => pattern.test(text))).toEqual([]);
  });

  it("make bodies of 600 to 1,500 characters with an opening that names the matter", () => {
    for (const { matter, reply } of sent) {
      const length = textsOf(reply.body).join("").length;
      expect(length).toBeGreaterThanOrEqual(600);
      expect(length).toBeLessThanOrEqual(1500);
      expect(textsOf(reply.body)[0]).toContain(`《${matter.title}》`);
    }
  });

  it("never share more than 40 % of the sentences within a topic, whatever the figures", () => {
    const letters = published.map((item) => ({ ...item, sentences: sentencesOf(item.reply.body) }));
    const tooAlike: string[] = [];
    for (const [index, one] of letters.entries()) {
      for (const other of letters.slice(index + 1)) {
        if (one.matter.topic !== other.matter.topic) continue;
        const share = overlapOf(one.sentences, other.sentences);
        if (share > 0.4) tooAlike.push(`${one.matter.title} ~ ${other.matter.title}: ${share}`);
      }
    }
    expect(letters.length).toBeGreaterThan(350);
    expect(tooAlike).toEqual([]);
  });

  it("conclude as the class says", () => {
    const planned = /列入(?:下一步|工作|年度)?(?:工作)?计划|该计划已报/;
    for (const { matter, reply } of sent) {
      const text = textsOf(reply.body).join("\n");
      const isFour = matter.year < 2025;
      if (reply.classCode === "A") expect(text).not.toMatch(/列入计划|暂不具备|留作|难以解决/);
      if (reply.classCode === (isFour ? "C" : "B")) expect(text).toMatch(planned);
      if (reply.classCode === (isFour ? "D" : "C")) expect(text).toMatch(/留作|难以解决|暂不具备/);
      const named = /(?:确定为|本件定为|办理结果为)([A-D])类/.exec(text);
      if (named) expect(named[1]).toBe(reply.classCode);
    }
  });

  it("have a table in about one of twenty, with rows as wide as the header", () => {
    const tables = sent.flatMap(({ reply }) => reply.body.flatMap((para) => ("table" in para ? [para.table] : [])));
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.length).toBeLessThan(35);
    for (const table of tables) expect(new Set(table.map((row) => row.length))).toEqual(new Set([4]));
  });

  it("keep from the public what a summary or a redaction leaves out", () => {
    const partly = sent.filter(({ reply }) => reply.publicBody !== undefined);
    expect(partly.length).toBeGreaterThanOrEqual(6);
    for (const { reply } of partly) {
      const shown = new Set(textsOf(reply.publicBody ?? []));
      expect(textsOf(reply.body).filter((text) => !shown.has(text)).length).toBeGreaterThanOrEqual(2);
    }
  });

  it("correct one figure and nothing else", () => {
    for (const { reply } of sent) {
      if (!reply.correction) continue;
      const [before, after] = [textsOf(reply.body), textsOf(reply.correction.body)];
      const changed = after.filter((text, index) => text !== before[index]);
      expect(before).toHaveLength(after.length);
      expect(changed).toHaveLength(1);
      expect(changed[0]).toContain(/应为“([^”]+)”/.exec(reply.correction.note)?.[1] ?? "?");
    }
  });
});

describe("the bank", () => {
  it("holds at least 110 subjects in 14 topics with titles that are all different", () => {
    expect(TOPIC_BANKS).toHaveLength(14);
    expect(ALL_SUBJECTS.length).toBeGreaterThanOrEqual(110);
    const titles = ALL_SUBJECTS.flatMap(({ subject }) => subject.titles);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(ALL_SUBJECTS.map(({ subject }) => subject.about)).size).toBe(ALL_SUBJECTS.length);
  });

  it("writes ranges upwards, measures as title and sentences, clauses without a full stop", () => {
    for (const { subject } of ALL_SUBJECTS) {
      const all = [...subject.measures, ...subject.plans, ...subject.results, subject.obstacle];
      for (const [, low, high] of all.flatMap((text) => [...text.matchAll(/\{([\d.]+)-([\d.]+)\}/g)])) {
        expect(Number(low)).toBeLessThan(Number(high));
      }
      for (const measure of subject.measures) expect(measure).toMatch(/^[^。]{2,16}。.+。$/);
      for (const clause of [...subject.plans, ...subject.results, ...subject.problems])
        expect(clause).not.toContain("。");
      expect(subject.obstacle.endsWith("。")).toBe(true);
    }
  });
});
