import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import type { HandlingFacts } from "#domain/handling/readiness.ts";
import { findUnready } from "#domain/handling/readiness.ts";

const nothing: HandlingFacts = { meetings: 0, meetingWaived: false, jointUnits: 2, opinions: 0, feedbackFiled: false };
const strict = {
  ...DEFAULT_RULES,
  contactRequired: true,
  opinionsRequired: true,
  feedback: { preset: "two-axes", time: "before_reply" as const, required: true },
};

describe("what stands in the way of a letter", () => {
  it("is nothing where the campaign asks for nothing", () => {
    expect(findUnready(nothing, DEFAULT_RULES)).toEqual([]);
  });

  it("is all that a strict campaign asks for", () => {
    expect(findUnready(nothing, strict)).toEqual(["contact_missing", "opinions_missing", "feedback_missing"]);
  });

  it.each<[string, Partial<HandlingFacts>, string[]]>([
    ["one 面商", { meetings: 1 }, ["opinions_missing", "feedback_missing"]],
    ["a reason for none", { meetingWaived: true }, ["opinions_missing", "feedback_missing"]],
    ["one of two opinions", { opinions: 1 }, ["contact_missing", "opinions_missing", "feedback_missing"]],
    ["both opinions", { opinions: 2 }, ["contact_missing", "feedback_missing"]],
    ["no joint unit", { jointUnits: 0 }, ["contact_missing", "feedback_missing"]],
    ["a form that came back", { feedbackFiled: true }, ["contact_missing", "opinions_missing"]],
  ])("is less with %s", (_, facts, expected) => {
    expect(findUnready({ ...nothing, ...facts }, strict)).toEqual(expected);
  });

  it("is no missing form where the form follows the reply", () => {
    const after = { ...strict, feedback: { ...strict.feedback, time: "after_reply" as const } };
    expect(findUnready(nothing, after)).not.toContain("feedback_missing");
  });
});
