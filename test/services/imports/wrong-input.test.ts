import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { takeLease } from "#db/writes/leases.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import { ServiceError } from "#services/errors.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import { buildXlsx } from "#test/exchange/office-files.ts";
import type { Office } from "#test/e2e/story/office.ts";
import { fixture, openOffice } from "#test/e2e/story/office.ts";

const HEADER = ["编号", "案由", "领衔代表", "联名人", "代表团", "内容分类", "主办单位", "协办单位", "办理期限"];
const row = (number: string, unit: string) => [
  number,
  `关于第${number}件的建议`,
  "毕洲梅",
  "",
  "青云代表团",
  "社会建设",
  unit,
  "",
  "2026-06-10",
];

const workbook = (rows: readonly (readonly string[])[]) => buildXlsx({ rows });

async function takeLeaseNow(db: Database, lease: Parameters<typeof takeLease>[1], now: string): Promise<boolean> {
  return await writeTransaction(db, async (tx) => await takeLease(tx, lease, now));
}

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => await office.close());

async function run(bytes: Uint8Array, fileName: string) {
  return await importAllocation(office.system, {
    bytes,
    fileName,
    campaignId: "2026",
    kind: "suggestion",
    dryRun: false,
    acceptCount: true,
  });
}

/** Everything in the database that an import could touch. */
async function digest(): Promise<unknown> {
  return await office.db.all(
    sql`select (select count(*) from motions), (select count(*) from assignments), (select count(*) from proposers), (select count(*) from audit), (select count(*) from releases)`,
  );
}

async function refusal(bytes: Uint8Array, fileName = "分配表.xlsx"): Promise<{ code: string; message: string }> {
  try {
    await run(bytes, fileName);
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof ServiceError)
      return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("the file was taken");
}

const csv = async () => await readFile(fixture("allocation/人大代表建议办理分配表.csv"));

describe("an allocation table that cannot be taken", () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string, RegExp]>([
    ["a CSV named .xlsx", csv, "wrong_type", /扩展名/],
    ["an empty workbook", () => workbook([]), "empty_workbook", /空|没有/],
    [
      "a table without 主办单位",
      () => workbook([HEADER.filter((item) => item !== "主办单位"), ["1", "关于路灯的建议", "甲乙"]]),
      "missing_column",
      /主办单位/,
    ],
    [
      "12 MB of noise",
      () => new Uint8Array(12 * 1024 * 1024).map((_, at) => (at * 2_654_435_761) >>> 24),
      "too_large",
      /MB/,
    ],
    ["a text that is no table", () => new TextEncoder().encode("你好"), "wrong_type", /./],
  ])("is %s: a sentence, and nothing changed", async (_, make, code, words) => {
    const before = await digest();
    const refused = await refusal(await make());
    expect(refused.code).toBe(code);
    expect(refused.message).toMatch(words);
    expect(refused.message).toMatch(/请/);
    expect(await digest()).toEqual(before);
  });

  it("is one with a row of an unknown unit: the row, the name, what it may have meant, and not one row is written", async () => {
    const before = await digest();
    const report = await run(workbook([HEADER, row("1", "市财政局"), row("2", "市财政管理局")]), "分配表.xlsx");
    expect(report).toMatchObject({ written: false, accepted: 0 });
    expect(report.rejected).toEqual([
      { row: 3, code: "unknown_unit", message: expect.stringMatching(/第 3 行.*市财政管理局.*市财政局/) as string },
    ]);
    expect(await digest()).toEqual(before);
  });

  it("is one that comes while another import runs", async () => {
    const before = await digest();
    const now = office.clock.now();
    const lease = { name: "import", holder: "somebody", expiresAt: new Date(now.getTime() + 60_000).toISOString() };
    await takeLeaseNow(office.db, lease, now.toISOString());
    const refused = await refusal(workbook([HEADER, row("1", "市财政局")]));
    expect(refused).toEqual({ code: "import_underway", message: expect.stringContaining("正在导入") as string });
    expect(await digest()).toEqual(before);
    office.clock.advance(120_000);
  });

  it("is one whose number of rows is not that of the notice", async () => {
    const before = await digest();
    const input = { fileName: "分配表.xlsx", campaignId: "2026", kind: "suggestion" as const, dryRun: false };
    const attempt = importAllocation(office.system, { ...input, bytes: workbook([HEADER, row("1", "市财政局")]) });
    await expect(attempt).rejects.toMatchObject({
      code: "count_mismatch",
      message: expect.stringMatching(/126.*1 件.*125/) as string,
    });
    expect(await digest()).toEqual(before);
  });

  it("is one of another kind", async () => {
    const bytes = await readFile(fixture("allocation/政协提案办理分配表.xlsx"));
    expect(await refusal(bytes)).toMatchObject({ code: "kind_mismatch" });
  });
});

describe("a table that comes again", () => {
  it("adds what is new, changes what differs, and leaves the rest alone", async () => {
    const first = await run(workbook([HEADER, row("1", "市财政局"), row("2", "教体局")]), "a.xlsx");
    expect(first).toMatchObject({ written: true, added: 2, changed: 0, unchanged: 0 });
    const second = await run(
      workbook([HEADER, row("1", "市财政局"), row("2", "市公安局"), row("3", "市公安局")]),
      "b.xlsx",
    );
    expect(second).toMatchObject({ written: true, added: 1, changed: 1, unchanged: 1 });
    const units = await office.db.all<{ unit_code: string }>(
      sql`select unit_code from assignments where motion_id = '2026-jianyi-2'`,
    );
    expect(units).toEqual([{ unit_code: "u04" }]);
    const third = await run(
      workbook([HEADER, row("3", "市公安局"), row("2", "市公安局"), row("1", "市财政局")]),
      "c.xlsx",
    );
    expect(third).toMatchObject({ written: false, added: 0, changed: 0, unchanged: 3 });
  });

  it("takes away no unit that has signed", async () => {
    await run(workbook([HEADER, row("9", "市公安局")]), "d.xlsx");
    await office.db.run(sql`update assignments set state = 'signed', signed_at = 'now' where id = '2026-jianyi-9.u04'`);
    const report = await run(workbook([HEADER, row("9", "市财政局")]), "e.xlsx");
    expect(report.rejected).toEqual([
      { row: 2, code: "already_in_handling", message: expect.stringContaining("已开始办理") as string },
    ]);
  });
});
