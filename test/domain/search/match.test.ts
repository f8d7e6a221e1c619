import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutExcerpt, markHits } from "#domain/search/excerpt.ts";
import { findRanges, findZone, matchesEntry } from "#domain/search/match.ts";
import { createFold, foldText } from "#domain/search/fold.ts";
import { parseQuery } from "#domain/search/query.ts";
import { toSearchEntry } from "#domain/search/search-entry.ts";
import { makeSearchRecords } from "#test/e2e/search-records.ts";

const chars = fc.string({
  unit: fc.constantFrom("加", "装", "电", "梯", "，", "1", "2", "Ａ", "\n", "𬭼"),
  maxLength: 60,
});
const terms = fc.array(fc.string({ unit: fc.constantFrom("加", "装", "电", "1", "2"), minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});

describe("findZone", () => {
  const record = makeSearchRecords(1)[0];
  if (!record) throw new Error("No record");
  const entry = toSearchEntry({
    ...record,
    year: 2024,
    kind: "suggestion",
    title: "关于加装电梯的建议",
    numberLabel: "第39号",
    docNumbers: ["云建字〔2024〕12号"],
    units: ["市住建局"],
    proposers: ["周予安"],
    body: "补助12.5万元\n加装电梯",
  });
  it.each([
    ["加装电梯", 0],
    ["2024年第39号建议", 1],
    ["〔2024〕12", 1],
    ["市住建局", 2],
    ["周予安", 2],
    ["2.5万", 3],
    ["万元加装", undefined],
    ["建议云建", undefined],
  ])("%s lies in zone %s", (term, zone) => expect(findZone(entry, term)).toBe(zone));

  it.each([
    ["电梯 住建局 12.5", true],
    ["电梯 财政局", false],
    ["财政局 OR 电梯", true],
    ["财政局 OR 民政局", false],
    ["财政局 OR 电梯 周予安", true],
    ["电梯 -财政局", true],
    ["电梯 -周予安", false],
    ["財政局 OR 電梯", false],
    ["，", false],
  ])("takes %s for what it says: %s", (q, expected) => expect(matchesEntry(entry, parseQuery(q))).toBe(expected));

  it("takes traditional for simplified where it folds", () => {
    const fold = createFold("電电樓楼");
    expect(matchesEntry(entry, parseQuery("電梯", fold), fold)).toBe(true);
  });
});

describe("hits shown", () => {
  it("marks exactly the places of the terms and keeps the text", () => {
    fc.assert(
      fc.property(chars, terms, (text, all) => {
        expect(
          markHits(text, all)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
        for (const [start, end] of findRanges(text, all))
          expect(all.some((term) => text.slice(start, end).includes(term))).toBe(true);
      }),
    );
  });

  it("marks what is written in traditional characters as it is written", () => {
    expect(markHits("加裝電梯", ["电梯"], createFold("裝装電电"))).toEqual([
      { text: "加裝", isHit: false },
      { text: "電梯", isHit: true },
    ]);
  });

  it("marks what is written in full width as it is written", () => {
    expect(markHits("建设ＡＰＰ平台", ["app"])).toContainEqual({ text: "ＡＰＰ", isHit: true });
  });

  it("cuts around a hit far down, at the beginning of its sentence", () => {
    const text = `${"前面的话。".repeat(80)}这里加装电梯。${"后面的话。".repeat(80)}`;
    const pieces = cutExcerpt(text, ["加装"]);
    expect(pieces.slice(0, 3).map((piece) => piece.text)).toEqual(["…", "这里", "加装"]);
    expect(pieces.at(-1)?.text).toBe("…");
    expect(pieces.map((piece) => piece.text).join("").length).toBeLessThan(110);
  });

  it("prefers the place where most different terms stand together", () => {
    const text = `加装。${"别的。".repeat(60)}电梯要加装。${"别的。".repeat(60)}`;
    const hits = cutExcerpt(text, ["加装", "电梯"]).filter((piece) => piece.isHit);
    expect(hits.map((piece) => piece.text)).toEqual(["电梯", "加装"]);
  });

  it("shows a hit of every excerpt whose text holds one, and no joiner", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("加", "装", "。", "𬭼", "\n"), minLength: 1, maxLength: 400 }),
        (text) => {
          const pieces = cutExcerpt(text, ["加装"], foldText, 40);
          expect(pieces.some((piece) => piece.isHit)).toBe(text.includes("加装"));
          expect(pieces.map((piece) => piece.text).join("")).not.toMatch(/\u200b|·/u);
        },
      ),
    );
  });
});
