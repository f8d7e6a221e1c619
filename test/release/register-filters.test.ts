import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { FEEDBACK_PRESETS } from "#domain/campaign/feedback-presets.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import { listIndicators } from "#domain/statistics/indicators.ts";
import { isPublicIndicator } from "#domain/statistics/public-indicators.ts";
import { STANDINGS } from "#domain/view/public-year.ts";

/** The style sheet picks rows by the place of an indicator: a place that it does not know would show all rows as its list. */
it("the register's style sheet knows every place that an indicator can have, and every standing", async () => {
  const css = await readFile(new URL("../../src/site/styles/register.css", import.meta.url), "utf8");
  const places = [...css.matchAll(/\.k(\d+):target ~ section \.register > li:not\(\.c(\d+)\)/g)];
  expect(places.every(([, pick, row]) => pick === row)).toBe(true);
  // Two bodies, each with the scheme that has the most classes, and the form that asks most.
  const schemes = SCHEME_PRESETS.toSorted((a, b) => b.classes.length - a.classes.length).slice(0, 2);
  const most = Math.max(
    ...FEEDBACK_PRESETS.map(
      ({ axes }) => listIndicators({ axes, schemes, followUpClasses: [] }).filter(isPublicIndicator).length,
    ),
  );
  expect(places.length).toBeGreaterThanOrEqual(most);
  expect(STANDINGS.filter((standing) => !css.includes(`.only-${standing}:target ~`))).toEqual([]);
});
