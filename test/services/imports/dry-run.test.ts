import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { columnMappings } from "#db/schema/imports.ts";
import { inspectAllocation } from "#services/imports/inspect-allocation.ts";
import type { AllocationInput } from "#services/imports/import-allocation.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import { writeFindings } from "#services/imports/write-findings.ts";
import { readWorkbook } from "#exchange/xlsx/read-workbook.ts";
import { buildXlsx } from "#test/exchange/office-files.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { openImportOffice } from "#test/support/import-office.ts";
import type { Rows } from "#test/support/import-table.ts";
import { HEADER, line, toTableInput } from "#test/support/import-table.ts";

let base: TestApp;
let office: TestApp;
beforeAll(async () => {
  base = await openImportOffice();
});
afterAll(async () => await base.close());
beforeEach(async () => {
  office = await openTestApp({ from: base });
});
afterEach(async () => await office.close());

const run = async (rows: Rows, more: Partial<AllocationInput> = {}) =>
  await importAllocation(office.system, toTableInput(rows, more));

const dryRun = async (rows: Rows, more: Partial<AllocationInput> = {}) => await run(rows, { dryRun: true, ...more });

async function countMotions(): Promise<unknown> {
  return (await office.db.all<{ n: number }>(sql`select count(*) as n from motions`))[0]?.n;
}

describe("the difference of a dry run", () => {
  it("names what is new, what changes field by field, what is the same and what the table lacks", async () => {
    await run([HEADER, line("1"), line("2"), line("3")]);
    const { difference, counts, written } = await dryRun([
      HEADER,
      line("1"),
      line("2", { lead: "市商务局", co: "市财政局", group: "石门代表团" }),
      line("4"),
    ]);
    expect(written).toBe(false);
    expect(difference.unchanged).toBe(1);
    expect(difference.added).toEqual([{ id: "2026-jianyi-4", label: "第4号", title: "关于第4件的建议", row: 4 }]);
    expect(difference.missing).toEqual([{ id: "2026-jianyi-3", label: "第3号", title: "关于第3件的建议" }]);
    expect(difference.changed).toEqual([
      {
        id: "2026-jianyi-2",
        label: "第2号",
        title: "关于第2件的建议",
        row: 3,
        fields: [
          { field: "group", label: "代表团", before: "青云代表团", after: "石门代表团" },
          { field: "leadUnits", label: "主办单位", before: "市财政局", after: "市商务局" },
          { field: "coUnits", label: "协办单位", before: "", after: "市财政局" },
        ],
      },
    ]);
    expect(counts).toEqual({ rows: 3, noted: null, expected: 126, agree: false });
    expect(await countMotions()).toBe(3);
  });

  it("says in a dry run that the counts do not agree, and refuses to write", async () => {
    const rows = [HEADER, line("1")];
    const report = await dryRun(rows, { acceptCount: false });
    expect(report.refused).toMatchObject({
      code: "count_mismatch",
      message: expect.stringMatching(/126.*实有 1/) as string,
    });
    expect(report.difference.added).toHaveLength(1);
    await expect(run(rows, { acceptCount: false })).rejects.toMatchObject({ code: "count_mismatch" });
    expect(await countMotions()).toBe(0);
  });

  it("lists the gaps in the numbers and one title under two numbers", async () => {
    const report = await dryRun([HEADER, line("1"), line("4", { title: "关于第1件的建议" }), line("闭会第2号")]);
    expect(report.gaps).toEqual([
      { number: 2, betweenSessions: false },
      { number: 3, betweenSessions: false },
      { number: 1, betweenSessions: true },
    ]);
    expect(report.notices.join("")).toMatch(/第1号、第4号的案由都是/);
  });
});

describe("a commit", () => {
  const rows = [HEADER, line("1"), line("2")];

  it("writes the very difference of its dry run", async () => {
    const { plan } = await dryRun(rows);
    expect(await run(rows, { plan })).toMatchObject({ written: true, added: 2, plan });
  });

  it.each<[string, (plan: string) => Promise<unknown>]>([
    [
      "the data changed since",
      async (plan) => {
        await run([HEADER, line("1")]);
        return await run(rows, { plan });
      },
    ],
    ["the file changed since", async (plan) => await run([HEADER, line("1"), line("3")], { plan })],
    [
      "the columns changed since",
      async (plan) =>
        await run(rows, { plan, choice: { columns: { number: 1, title: 2, proposer: 3, leadUnits: 5 } } }),
    ],
    ["the year is another", async () => await run(rows, { plan: "0".repeat(64) })],
  ])("is refused when %s, and writes nothing", async (_, attempt) => {
    const { plan } = await dryRun(rows);
    const before = await countMotions();
    await expect(attempt(plan)).rejects.toMatchObject({ code: "plan_outdated" });
    expect([before, 1]).toContain(await countMotions());
  });
});

describe("the columns", () => {
  const ODD = ["顺序", "内容", "谁提的", "给谁办"];
  const odd: Rows = [["关于交办的一览"], ODD, ["1", "关于路灯的建议", "毕洲梅", "市财政局"]];
  const columns = { number: 1, title: 2, proposer: 3, leadUnits: 4 };

  it("are chosen by the caller where no word is known, and remembered for the next table of the same words", async () => {
    await expect(dryRun(odd)).rejects.toMatchObject({ code: "no_header" });
    const choice = { headerRow: 2, columns };
    const first = await run(odd, { choice });
    expect(first).toMatchObject({ written: true, added: 1 });
    expect(first.table.headings.map(({ field, by }) => [field, by])).toEqual([
      ["number", "chosen"],
      ["title", "chosen"],
      ["proposer", "chosen"],
      ["leadUnits", "chosen"],
    ]);
    const next = await dryRun([ODD, ["2", "关于公园的建议", "卢子", "市商务局"]]);
    expect(next.table.headings.every(({ by, confidence }) => by === "remembered" && confidence === 1)).toBe(true);
    expect(next.difference.added).toHaveLength(1);
  });

  it("are not remembered by a dry run", async () => {
    await dryRun(odd, { choice: { headerRow: 2, columns } });
    expect(await office.db.$count(columnMappings)).toBe(0);
  });

  it.each([
    [{ columns: { number: 1, title: 1, proposer: 3, leadUnits: 4 } }, "wrong_mapping"],
    [{ headerRow: 2, columns: { number: 1, title: 2 } }, "missing_column"],
    [{ sheet: "没有这张" }, "no_such_sheet"],
  ])("%j is %s", async (choice, code) => {
    await expect(dryRun(odd, { choice })).rejects.toMatchObject({ code });
  });

  it("are shown with how sure they are; what may be meant is offered and not taken", async () => {
    const bytes = buildXlsx({
      rows: [
        ["建议编号", "标题（全称）", "领衔代表", "本级主办单位名称", "备注"],
        ["1", "关于甲的建议", "毕洲梅", "市财政局"],
      ],
    });
    const seen = await inspectAllocation(office.system, { bytes, fileName: "a.xlsx" });
    expect(seen.headings).toMatchObject([
      { letters: "A", field: "number", by: "alias", alias: "建议编号", confidence: 0.95 },
      { letters: "B", field: "title", by: "remark", alias: "标题", confidence: 0.85 },
      { letters: "C", field: "proposer", by: "alias", confidence: 1 },
      { letters: "D", field: null, confidence: 0, suggestion: "leadUnits" },
      { letters: "E", field: null, suggestion: null },
    ]);
    expect(seen.problem).toMatchObject({
      code: "missing_column",
      message: expect.stringMatching(/主办单位/) as string,
    });
    expect(seen.sheets[0]?.preview[0]).toEqual({
      row: 1,
      cells: ["建议编号", "标题（全称）", "领衔代表", "本级主办单位名称", "备注"],
    });
  });

  it("of a hidden sheet are never shown", async () => {
    const bytes = buildXlsx({ rows: [["秘密"]], sheetState: "hidden" });
    const seen = await inspectAllocation(office.system, { bytes, fileName: "a.xlsx" });
    expect(seen.sheets).toMatchObject([{ name: "分配表", state: "hidden", preview: [] }]);
    expect(seen.warnings.join("")).toMatch(/隐藏/);
  });
});

describe("the list of findings", () => {
  const rows = [HEADER, line("1", { lead: "市财政管理局" }), line("甲")];

  it("names row and remedy, as a workbook", async () => {
    const bytes = await writeFindings(office.system, toTableInput(rows), "xlsx");
    const cells = (await readWorkbook(bytes)).sheets[0]?.rows.map((row) =>
      [...row.cells.values()].map(({ text }) => text),
    );
    expect(cells?.[2]).toEqual(["行号", "类别", "问题和处理办法"]);
    expect(cells?.find(([row]) => row === "2")?.[2]).toMatch(/^单位“市财政管理局”不在单位名录中。是否为市财政局/);
    expect(cells?.find(([row]) => row === "3")?.[2]).toMatch(/编号“甲”无法识别/);
  });

  it("as CSV, and for a table that cannot be read at all", async () => {
    const text = new TextDecoder().decode(await writeFindings(office.system, toTableInput([["你好"]]), "csv"));
    expect(text).toMatch(/须改正,前 30 行里找不到表头/);
  });
});
