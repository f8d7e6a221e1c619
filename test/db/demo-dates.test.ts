import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { addMonths, isWorkday, toDate, toDayNumber } from "#db/seed/demo/calendar.ts";
import { makeDemoCity } from "#db/seed/demo/demo-city.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import { repliesOf } from "./demo-support.ts";

const TODAY = "2026-11-21";
const city = makeDemoCity();
const sent = repliesOf(city);
const daysFrom = (from: string, to: string): number => toDayNumber(to.slice(0, 10)) - toDayNumber(from.slice(0, 10));

describe("the seed's calendar", () => {
  it("agrees with the platform's on every day of two centuries", () => {
    fc.assert(
      fc.property(fc.integer({ min: -36_500, max: 36_500 }), (day) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(toDate(day)).toBe(date);
        expect(toDayNumber(date)).toBe(day);
      }),
    );
  });

  it("knows weekends and crosses the year", () => {
    expect(isWorkday("2026-11-20")).toBe(true);
    expect(isWorkday("2026-11-21")).toBe(false);
    expect(isWorkday("2026-10-05")).toBe(false);
    expect(addMonths("2026-11-13", 3)).toBe("2027-02-13");
  });
});

describe("dates of the demo city", () => {
  it("run from assigned over signed to published, none after today", () => {
    for (const { matter, reply } of sent) {
      expect(reply.signedOn > matter.assignedOn).toBe(true);
      expect(reply.signedOn < TODAY).toBe(true);
      if (reply.publishedAt === undefined) continue;
      expect(reply.publishedAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
      expect(reply.publishedAt.slice(0, 10) >= reply.signedOn).toBe(true);
      expect(reply.publishedAt < TODAY).toBe(true);
    }
    expect(city.matters.filter((matter) => matter.assignedOn >= TODAY)).toEqual([]);
  });

  it("keep most replies in time and most publications within 20 working days", () => {
    const late = sent.filter(({ matter, reply }) => reply.signedOn > matter.dueOn);
    expect(late.length).toBeGreaterThan(5);
    expect(late.length / sent.length).toBeLessThan(0.1);
    const out = sent.filter(({ reply }) => reply.publishedAt !== undefined);
    const slow = out.filter(({ reply }) => daysFrom(reply.signedOn, reply.publishedAt ?? "") > 28);
    expect(slow.length).toBeGreaterThan(5);
    expect(slow.length / out.length).toBeLessThan(0.12);
  });

  it("put publication exactly where the stage says, and what comes later after it", () => {
    for (const { matter, reply } of sent) {
      const isOut = matter.stage === "published" || matter.stage === "withdrawn";
      expect(reply.publishedAt !== undefined).toBe(isOut);
      expect(reply.withdrawn !== undefined).toBe(matter.stage === "withdrawn");
      for (const later of [reply.withdrawn?.at, reply.correction?.at]) {
        if (later !== undefined) expect(later > (reply.publishedAt ?? TODAY)).toBe(true);
      }
    }
    expect(sent.filter(({ reply }) => reply.correction)).toHaveLength(3);
  });

  it("give follow-ups to the classes that need them, dated, and owe those of this December", () => {
    for (const { matter, reply } of sent) {
      const campaign = city.campaigns.find((item) => item.year === matter.year);
      const scheme = SCHEME_PRESETS.find((preset) => preset.id === campaign?.schemeId);
      const needs = scheme && findClass(scheme, reply.classCode)?.needsFollowUp;
      const isAnswered = matter.stage === "published" || matter.stage === "withheld";
      expect(reply.followUps.length > 0).toBe(needs === true && isAnswered);
      for (const [index, item] of reply.followUps.entries()) {
        expect(item.number).toBe(index + 1);
        expect(item.dueOn).toBe(`${matter.year + index}-12-20`);
        expect(item.repliedOn === undefined).toBe(item.dueOn === "2026-12-20");
        expect(item.body.length > 0).toBe(item.repliedOn !== undefined);
        expect(item.classCode !== undefined).toBe(item.repliedOn !== undefined);
        expect(item.classCode === "A" && index < reply.followUps.length - 1).toBe(false);
        if (item.repliedOn !== undefined) expect(item.repliedOn > reply.signedOn).toBe(true);
      }
    }
    const past = sent.filter(({ matter, reply }) => matter.year < 2026 && reply.followUps.length > 0);
    const solved = past.filter(({ reply }) => reply.followUps.some((item) => item.classCode === "A"));
    expect(solved.length / past.length).toBeGreaterThan(0.6);
    expect(solved.length).toBeLessThan(past.length);
  });
});
