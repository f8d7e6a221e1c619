import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FIGURE_PARTS } from "#domain/statistics/figure.ts";
import { askFeedback } from "#services/feedback/ask.ts";
import { recordFeedback } from "#services/feedback/record.ts";
import { getYearFigures } from "#services/statistics/get-year.ts";
import { listCountedRows } from "#services/statistics/list-counted-rows.ts";
import { readIndicators } from "#services/statistics/read-indicators.ts";
import type { Office } from "#test/support/office.ts";
import { RULES, advance, codeOf, openOffice } from "#test/support/office.ts";

let t: Office;
beforeEach(async () => {
  t = await openOffice(RULES);
});
afterEach(async () => await t.close());

describe("the list behind a figure", () => {
  const page = { limit: 2, year: 2026 } as const;

  it("adds up to every figure, page by page", async () => {
    await advance(t, "published", "B");
    const { slices } = await readIndicators(t.office, { year: 2026 });
    for (const { code, ...figure } of slices[0]?.figures ?? []) {
      for (const part of FIGURE_PARTS) {
        if (figure[part] === null || figure[part] === 0) continue;
        let [sum, cursor]: [number, string | undefined] = [0, undefined];
        do {
          const found = await listCountedRows(t.office, { ...page, code, part, cursor });
          sum += found.items.reduce((all, { weight }) => all + weight, 0);
          cursor = found.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect([code, part, sum]).toEqual([code, part, figure[part]]);
      }
    }
  });

  it("names what it counts, 建议 before 提案", async () => {
    const { items, total, nextCursor } = await listCountedRows(t.office, { ...page, code: "owed", part: "numerator" });
    expect(total).toBe(4);
    expect(nextCursor).not.toBeNull();
    expect(items.map(({ id, over, unit, motion }) => [id, over, unit?.name, motion.number])).toEqual([
      ["2026-jianyi-39.zhujian", "case", "市住建局", 39],
      ["2026-jianyi-40.jiaoti", "case", "市教育体育局", 40],
    ]);
  });

  it("is a unit's own, and of no indicator that is not there", async () => {
    const ask = { ...page, code: "parts", part: "numerator" } as const;
    const mine = await listCountedRows(t.unit, { ...ask, limit: 9 });
    expect(mine.items.map(({ unit }) => unit?.code)).toEqual(["jiaoti", "jiaoti", "jiaoti"]);
    expect(await listCountedRows(t.unit, { ...ask, unit: "zhujian" })).toEqual({
      items: [],
      total: 0,
      nextCursor: null,
    });
    expect(await codeOf(listCountedRows(t.office, { ...ask, code: "luck" }))).toBe("not_found");
    expect(await codeOf(listCountedRows(t.office, { ...ask, cursor: "x" }))).toBe("invalid");
  });
});

it("a reply that is public stays answered in the year's figures while it is handled anew", async () => {
  await advance(t, "published", "B");
  await askFeedback(t.office, await t.ref());
  const answers = { attitude: "satisfied", result: "dissatisfied" };
  await recordFeedback(t.office, await t.ref(), { answers, comment: "没有时限", consent: "yes" });
  const { total } = await getYearFigures(t.office, 2026);
  expect(total).toMatchObject({ owed: 4, answered: 1, published: 1, unclassified: 0 });
  expect(total.rates.find(({ key }) => key === "public_rate")).toMatchObject({ numerator: 1, base: 1 });
});
