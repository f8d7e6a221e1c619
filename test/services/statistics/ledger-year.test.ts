import { afterAll, beforeAll, expect, it } from "vitest";
import { startArchive } from "#services/archives/start.ts";
import type { Context } from "#services/context.ts";
import { getYearFigures } from "#services/statistics/get-year.ts";
import { readIndicators } from "#services/statistics/read-indicators.ts";
import { buildXlsx } from "#test/exchange/office-files.ts";
import type { TestApp } from "#test/support/app.ts";
import { openImportOffice } from "#test/support/import-office.ts";

const HEADER = ["编号", "案由", "领衔代表", "主办单位", "协办单位", "办理结果", "答复日期", "公开属性"];
const row = (number: string, lead: string, classText: string, on: string, mode = "") => [
  number,
  `关于第${number}件的建议`,
  "毕洲梅",
  lead,
  "市商务局",
  classText,
  on,
  mode,
];

let app: TestApp;
let clerk: Context;
beforeAll(async () => {
  app = await openImportOffice();
  clerk = app.contextOf((await app.keyFor("office")).actor);
});
afterAll(async () => await app.close());

it("a year of which there is but a ledger shows its counts, marked as the ledger's", async () => {
  app.clock.set("2027-02-01T01:00:00.000Z");
  const bytes = buildXlsx({
    rows: [
      HEADER,
      row("1", "市财政局", "A", "2026-05-06", "公开"),
      row("2", "市财政局、市教育体育局", "B", "2026-07-01"),
      // Answered, and nobody wrote down when.
      row("3", "市财政局", "A", ""),
      // What it says of publication alone is no answer.
      row("4", "市财政局", "", "", "公开"),
      row("5", "市财政局", "", ""),
    ],
  });
  const input = { bytes, fileName: "台账.xlsx", campaignId: "2026", kind: "suggestion" as const, dryRun: false };
  expect((await startArchive(clerk, input)).rejected).toEqual([]);

  const { total, kinds } = await getYearFigures(clerk, 2026);
  const [suggestions] = kinds;
  expect(suggestions).toMatchObject({ owed: 6, answered: 4, fromLedger: 4, published: 0, unclassified: 0 });
  expect(suggestions?.asOf).toBe("2026-07-01");
  expect(suggestions?.classes.map(({ class: { code }, count }) => [code, count]).slice(0, 2)).toEqual([
    ["A", 2],
    ["B", 2],
  ]);
  expect(total.fromLedger).toBe(4);
  const publicRate = suggestions?.rates.find(({ key }) => key === "public_rate");
  expect(publicRate).toMatchObject({ numerator: 0, base: 0, percent: null });
  expect(publicRate?.definition).toContain("只有台账记载的除外");

  const { slices } = await readIndicators(clerk, { year: 2026, kind: "suggestion" });
  const figureOf = (code: string) => slices[0]?.figures.find((figure) => figure.code === code);
  expect(figureOf("answered_rate")).toMatchObject({ numerator: 4, base: 6 });
  expect(figureOf("from_ledger_rate")).toMatchObject({ numerator: 4, base: 4 });
  expect(figureOf("public_rate")).toMatchObject({ numerator: 0, base: 0 });
  // Due on 2026-06-10: one in time, two late, one undated and judged by nothing; two not answered.
  expect(figureOf("answered_on_time_of_due")).toMatchObject({ numerator: 1, base: 5 });
});
