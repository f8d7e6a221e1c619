import { expect, it } from "vitest";
import { toListAddress, toPercent } from "#site/format/figure-words.ts";

it.each([
  [9, 10, "90.00%"],
  [9, 9, null],
  [0, 0, null],
  [3, null, null],
  [11, 10, null],
])("%s of %s is printed as %s: below ten the counts stand alone", (numerator, base, percent) =>
  expect(toPercent({ numerator, base })).toBe(percent),
);

it.each([
  ["answered_rate", 3, "/register/2026/#answered_rate"],
  ["commitment_overdue", 3, "/commitments/2026/"],
  ["answered_rate", 0, null],
])("%s counting %s opens %s", (code, numerator, address) =>
  expect(toListAddress(2026, { code, numerator, base: 5 })).toBe(address),
);
