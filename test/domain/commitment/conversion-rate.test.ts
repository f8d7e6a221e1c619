import { expect, it } from "vitest";
import { toStanding } from "#domain/commitment/commitment-standing.ts";
import { conversionRate } from "#domain/commitment/conversion-rate.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";

const scheme = SCHEME_PRESETS.find(({ id }) => id === "zhanyi-2023");
const of = (...pairs: string[]) => pairs.map((pair) => ({ first: pair[0] ?? "", latest: pair[1] ?? "" }));

it.each([
  // 呈贡 2020: 23 B, 16 of them solved.
  [[...Array.from({ length: 16 }, () => "BA"), ...Array.from({ length: 7 }, () => "BB")], ["B"], 16, 23, "69.57"],
  [["AA", "CC"], ["B"], 0, 0, null],
  [[], ["B"], 0, 0, null],
  [["BA", "CA", "CC"], ["B"], 1, 1, "100.00"],
  [["BA", "CA", "CC"], ["B", "C"], 2, 3, "66.67"],
  [["BC"], ["B"], 0, 1, "0.00"],
  [["BX"], ["B"], 0, 1, "0.00"],
])("%j of %j: %i of %i", (pairs, owed, numerator, base, percent) => {
  if (!scheme) throw new Error("no scheme");
  expect(conversionRate(of(...pairs), owed, scheme)).toMatchObject({ numerator, base, percent });
});

it.each([
  [{ state: "open", dueOn: "2026-06-15", keptOn: null }, "owed"],
  [{ state: "open", dueOn: "2026-06-14", keptOn: null }, "overdue"],
  [{ state: "changed", dueOn: "2026-06-14", keptOn: null }, "overdue"],
  [{ state: "open", dueOn: null, keptOn: null }, "owed"],
  [{ state: "kept", dueOn: "2026-06-14", keptOn: "2026-06-14" }, "kept_on_time"],
  [{ state: "kept", dueOn: "2026-06-14", keptOn: "2026-06-15" }, "kept_late"],
  [{ state: "kept", dueOn: null, keptOn: "2026-06-15" }, "kept"],
  [{ state: "dropped", dueOn: "2026-06-14", keptOn: null }, "dropped"],
] as const)("%j stands as %s on 2026-06-15", (facts, standing) => {
  expect(toStanding(facts, "2026-06-15")).toBe(standing);
});
