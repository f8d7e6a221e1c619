import { describe, expect, it } from "vitest";
import { FEEDBACK_PRESETS } from "#domain/campaign/feedback-presets.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import { listIndicators } from "#domain/statistics/indicators.ts";
import { isPublicIndicator, isSaidByRegister, UNIT_INDICATORS } from "#domain/statistics/public-indicators.ts";

const all = listIndicators({
  axes: FEEDBACK_PRESETS.flatMap(({ axes }) => axes),
  schemes: SCHEME_PRESETS,
  followUpClasses: ["B"],
});

describe("what the public reads of a year's figures", () => {
  it("leaves out how the office handled what: signing, objections, returns, reminders", () => {
    const groups = new Set(all.filter(isPublicIndicator).map(({ group }) => group));
    expect(groups).toEqual(
      new Set(["volume", "reply", "contact", "feedback", "outcome", "disclosure", "aftercare", "vote"]),
    );
  });

  it("has every figure of the table of units", () => {
    const codes = new Set(all.filter(isPublicIndicator).map(({ code }) => code));
    expect(UNIT_INDICATORS.filter((code) => !codes.has(code))).toEqual([]);
  });

  it("says of a letter that is not public no class, answer, date or contact", () => {
    const said = all.filter(({ code }) => isSaidByRegister(code)).map(({ group }) => group);
    expect(new Set(said)).toEqual(new Set(["volume", "reply", "disclosure"]));
    expect(
      all.filter(({ code, group }) => group === "reply" && isSaidByRegister(code)).map(({ code }) => code),
    ).toEqual(["answered_rate"]);
  });
});
