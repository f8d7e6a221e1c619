import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES, Scoring } from "#domain/campaign/campaign-rules.ts";
import { listRuleFaults } from "#domain/campaign/check-rules.ts";
import { rate } from "#domain/statistics/rate.ts";
import { UNIT_RATE_KEYS, toUnitSheet } from "#domain/supervision/unit-sheet.ts";
import { toUnitScore } from "#domain/supervision/unit-score.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";

const source = "云政办发〔2026〕1号附件2";
const rates = [
  rate("replied", "办复率", 2, 3, "口径"),
  rate("returned", "退回率", 1, 4, "口径"),
  rate("signed", "签收率", 0, 0, "口径"),
];
const score = (...items: Scoring["items"]) => toUnitScore(rates, { source, items });

describe("考核", () => {
  it("scores nobody where the year states no weights", () => {
    expect(toUnitScore(rates, null)).toBeNull();
    expect(DEFAULT_RULES.scoring).toBeUndefined();
  });

  it("gives each weight in proportion to its rate, takes off what is negative, and counts no empty base", () => {
    const found = score(
      { key: "replied", weight: 40 },
      { key: "returned", weight: -10 },
      { key: "signed", weight: 20 },
    );
    expect(found).toMatchObject({ source, hundredths: 2667 - 250, outOf: 40 });
    expect(found?.lines.map(({ key, hundredths }) => [key, hundredths])).toEqual([
      ["replied", 2667],
      ["returned", -250],
      ["signed", null],
    ]);
  });

  it("sums to what its lines print, and stays within what could be had", () => {
    const weighted = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.integer({ min: -100, max: 100 })), { maxLength: 12 });
    fc.assert(
      fc.property(weighted, (cases) => {
        const made = cases.map(([a, b], index) => rate(`k${index}`, "率", Math.min(a, b), Math.max(a, b), "口径"));
        const items = cases.map(([, , weight], index) => ({ key: `k${index}`, weight }));
        const found = toUnitScore(made, { source, items });
        const sum = found?.lines.reduce((total, line) => total + (line.hundredths ?? 0), 0);
        expect(found?.hundredths).toBe(sum);
        expect(found?.hundredths).toBeLessThanOrEqual((found?.outOf ?? 0) * 100);
      }),
    );
  });

  it("takes only keys of the unit sheet, each once", () => {
    const rules = (key: string) => ({ ...DEFAULT_RULES, scoring: { source, items: [{ key, weight: 10 }] } });
    const paths = (key: string) => listRuleFaults(rules(key), SCHEME_PRESETS).map(({ path }) => path);
    expect(paths("replied")).toEqual([]);
    expect(paths("charm")).toEqual(["scoring.items"]);
    const twice = [
      { key: "replied", weight: 10 },
      { key: "replied", weight: 20 },
    ];
    expect(Scoring.safeParse({ source, items: twice }).success).toBe(false);
  });

  it("knows every key that the sheet has", () => {
    const zero = { assigned: 0, signed: 0, objected: 0, everAssigned: 0, owed: 0, replied: 0, submitted: 0 };
    const counts = { ...zero, returned: 0, reminders: 0, feedback: 0, dissatisfied: 0 };
    const terms = {
      signing: [],
      opinions: [],
      repliesByCampaign: [],
      repliesByLaw: [],
      followUps: [],
      commitments: [],
    };
    expect(toUnitSheet({ ...counts, ...terms }, "2026-06-15").map(({ key }) => key)).toEqual(UNIT_RATE_KEYS);
  });
});
