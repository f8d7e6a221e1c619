import { expect, test } from "vitest";
import { toCounted, toCountedQuery } from "../../../src/console/desks/statistics/figure-list.ts";

test("a figure leads to the list of the same part and slice", () => {
  expect(toCounted(2026, "signed_rate", "base", { unit: "zhujian" })).toEqual({
    name: "counted",
    params: { year: "2026", code: "signed_rate" },
    query: { unit: "zhujian", part: "base" },
  });
});
test("the address asks for what the API knows and nothing else", () => {
  expect(toCountedQuery({ unit: "zhujian", part: "base", x: "1", kind: "" })).toEqual({
    unit: "zhujian",
    part: "base",
  });
});
