import { describe, expect, it } from "vitest";
import type { DemoKind } from "#db/seed/demo/demo-city.ts";
import { makeDemoCity } from "#db/seed/demo/demo-city.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import { DISCLOSURE_GROUNDS, DISCLOSURE_MODES, DisclosureDecision } from "#domain/disclosure/disclosure.ts";
import { repliesOf } from "./demo-support.ts";

const city = makeDemoCity();
const sent = repliesOf(city);
const duplicates = (items: readonly string[]): string[] => items.filter((item, index) => items.indexOf(item) !== index);
const keysOf = (rows: readonly object[]): Set<string> => new Set(rows.flatMap((row) => Object.keys(row)));

describe("the demo city as a whole", () => {
  it("is the same on every call and shares nothing between calls", () => {
    const again = makeDemoCity();
    expect(again).toEqual(city);
    again.units[0]?.aliases.push("改动");
    again.documents[0]?.body.push("改动");
    expect(makeDemoCity()).toEqual(city);
  });

  it("is made in less than 1.5 seconds", () => {
    // The best of three: the machine may be busy with other tests.
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      makeDemoCity();
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(1500);
  });

  it("has 30 units, each leading or helping somewhere, with the telephone code that is not in use", () => {
    expect(city.units).toHaveLength(30);
    expect(
      duplicates(city.units.flatMap((unit) => [...new Set([unit.shortName, unit.fullName, ...unit.aliases])])),
    ).toEqual([]);
    expect(city.units.filter((unit) => !/^0890-62\d{5}$/.test(unit.phone))).toEqual([]);
    expect(keysOf(city.units)).toEqual(new Set(["code", "shortName", "fullName", "aliases", "kind", "phone"]));
    const busy = new Set(city.matters.flatMap((matter) => [...matter.leads, ...matter.joints]));
    expect(busy).toEqual(new Set(city.units.map((unit) => unit.code)));
  });

  it("uses all 14 topics", () => {
    expect(city.topics).toHaveLength(14);
    expect(new Set(city.matters.map((matter) => matter.topic))).toEqual(new Set(city.topics.map(({ slug }) => slug)));
  });
});

describe("matters", () => {
  it.each([
    [2023, 95],
    [2024, 100],
    [2025, 105],
    [2026, 110],
  ])("%i has %i, as the campaign states", (year, count) => {
    const matters = city.matters.filter((matter) => matter.year === year);
    const campaign = city.campaigns.find((item) => item.year === year);
    const countOf = (kind: DemoKind): number => matters.filter((matter) => matter.kind === kind).length;
    expect(matters).toHaveLength(count);
    expect(campaign?.expected).toEqual({ suggestion: countOf("suggestion"), proposal: countOf("proposal") });
    expect(campaign?.filed.suggestion).toBeGreaterThanOrEqual(countOf("suggestion"));
    expect(campaign?.filed.proposal).toBeGreaterThanOrEqual(countOf("proposal"));
  });

  it("have unique titles and numbers that start at 1, leave gaps and stay below what was filed", () => {
    expect(duplicates(city.matters.map((matter) => matter.title))).toEqual([]);
    const identities = city.matters.map((matter) =>
      [matter.year, matter.kind, matter.betweenSessions, matter.number].join("/"),
    );
    expect(duplicates(identities)).toEqual([]);
    for (const campaign of city.campaigns) {
      for (const kind of ["suggestion", "proposal"] as const) {
        const numbers = city.matters
          .filter((matter) => matter.year === campaign.year && matter.kind === kind && !matter.betweenSessions)
          .map((matter) => matter.number);
        expect(Math.min(...numbers)).toBe(1);
        expect(Math.max(...numbers)).toBeGreaterThanOrEqual(numbers.length);
        expect(Math.max(...numbers)).toBeLessThanOrEqual(campaign.filed[kind]);
      }
    }
  });

  it("hold two or three from between the sessions each year", () => {
    for (const { year } of city.campaigns) {
      const between = city.matters.filter((matter) => matter.year === year && matter.betweenSessions);
      expect([2, 3]).toContain(between.length);
    }
  });

  it("reach every stage in 2026; earlier years are done", () => {
    const stages = new Map<string, number>();
    for (const matter of city.matters.filter((item) => item.year === 2026)) {
      stages.set(matter.stage, (stages.get(matter.stage) ?? 0) + 1);
    }
    expect(stages.get("published")).toBe(86);
    for (const stage of [
      "assigned",
      "signed",
      "handling",
      "submitted",
      "returned",
      "approved",
      "finalised",
      "withheld",
    ]) {
      expect(stages.get(stage)).toBeGreaterThanOrEqual(2);
      expect(stages.get(stage)).toBeLessThanOrEqual(6);
    }
    const earlier = city.matters.filter((matter) => matter.year < 2026);
    expect(new Set(earlier.map((matter) => matter.stage))).toEqual(new Set(["published", "withheld", "withdrawn"]));
    expect(earlier.filter((matter) => matter.stage === "withheld")).toHaveLength(21);
    expect(earlier.filter((matter) => matter.stage === "withdrawn")).toHaveLength(2);
  });

  it("have one reply for each lead unit from submitted on, none before", () => {
    const before = ["assigned", "signed", "handling"];
    for (const matter of city.matters) {
      const expected = before.includes(matter.stage) ? [] : matter.leads;
      expect(matter.replies.map((reply) => reply.unit)).toEqual(expected);
      expect(matter.joints.filter((code) => matter.leads.includes(code))).toEqual([]);
    }
    const separate = city.matters.filter((matter) => matter.leads.length > 1);
    expect(separate.length).toBeGreaterThanOrEqual(10);
    expect(separate.length).toBeLessThanOrEqual(16);
  });
});

describe("replies", () => {
  it("carry a class of their year's scheme in plausible shares", () => {
    for (const campaign of city.campaigns) {
      const scheme = SCHEME_PRESETS.find((preset) => preset.id === campaign.schemeId);
      const codes = sent.filter(({ matter }) => matter.year === campaign.year).map(({ reply }) => reply.classCode);
      expect(scheme && codes.filter((code) => !findClass(scheme, code))).toEqual([]);
      const share = (code: string): number => codes.filter((item) => item === code).length / codes.length;
      expect(share("A")).toBeGreaterThan(0.4);
      expect(share("A")).toBeLessThan(0.52);
      expect(share("B")).toBeGreaterThan(0.25);
      expect(share("B")).toBeLessThan(0.42);
    }
  });

  it("use every disclosure mode and withhold on every ground, each decision valid", () => {
    expect(new Set(sent.map(({ reply }) => reply.disclosure.mode))).toEqual(new Set(DISCLOSURE_MODES));
    const withheld = sent.filter(({ reply }) => reply.disclosure.mode === "none");
    expect(new Set(withheld.map(({ reply }) => reply.disclosure.ground))).toEqual(new Set(DISCLOSURE_GROUNDS));
    for (const { matter, reply } of sent) {
      expect(DisclosureDecision.safeParse(reply.disclosure).success).toBe(true);
      expect(reply.disclosure.mode === "none").toBe(matter.stage === "withheld");
      expect(reply.publicBody !== undefined).toBe(["summary", "redacted"].includes(reply.disclosure.mode));
    }
  });

  it("have document numbers that are unique within year and kind and names that fit the matter", () => {
    expect(duplicates(sent.map(({ reply }) => reply.docNumber))).toEqual([]);
    for (const { matter, reply } of sent) {
      expect(reply.docNumber).toMatch(new RegExp(`^云(建议|提案)字〔${matter.year}〕[1-9]\\d*号$`));
      expect(reply.title).toContain(`第${matter.number}号`);
      expect(reply.title.includes("闭会期间")).toBe(matter.betweenSessions);
      expect(reply.addressee).toContain(matter.proposers[0]);
      expect(reply.addressee.includes(`等${matter.jointCount}名`)).toBe(matter.jointCount > 1);
      expect(reply.contactPhone).toBe(city.units.find((unit) => unit.code === reply.unit)?.phone);
    }
  });
});
