import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import type { AllocationTable } from "#exchange/allocation/read-allocation.ts";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import type { CellInput, WorkbookInput } from "../office-files.ts";
import { buildDocx, buildXlsx } from "../office-files.ts";
import { refusalOf } from "../refusal.ts";

const HEADER = ["编号", "案由", "领衔代表", "联名人", "主办单位", "协办单位", "是否重点", "办理期限"];
type Changes = Partial<Record<"number" | "title" | "proposer" | "joint" | "lead" | "co" | "key" | "due", CellInput>>;

function line(changes: Changes = {}): CellInput[] {
  const row = {
    number: 1,
    title: "关于甲的建议",
    proposer: "张三",
    joint: null,
    lead: "市商务局",
    co: null,
    key: "否",
    due: "2026年6月10日",
  };
  return Object.values({ ...row, ...changes });
}

function read(
  rows: readonly (readonly CellInput[])[],
  more: Omit<WorkbookInput, "rows"> = {},
): Promise<AllocationTable> {
  return readAllocation(buildXlsx({ rows: [HEADER, ...rows], ...more }), "分配表.xlsx");
}

async function codes(changes: Changes): Promise<string[]> {
  return (await read([line(changes)])).findings.map(({ code }) => code);
}

describe("rows that are wrong", () => {
  test.each<[string, Changes]>([
    ["missing_number", { number: null }],
    ["unreadable_number", { number: "甲" }],
    ["unreadable_number", { number: "1E5" }],
    ["unreadable_number", { number: 100_000 }],
    ["unreadable_number", { number: { xml: '<c r="@" s="1"><v>46183</v></c>' } }],
    ["missing_title", { title: null }],
    ["missing_proposer", { proposer: "  " }],
    ["missing_lead_unit", { lead: "无" }],
    ["unit_twice", { lead: "市商务局", co: "市财政局、市商务局" }],
    ["impossible_date", { due: "2026年2月30日" }],
    ["unreadable_date", { due: "尽快" }],
    ["unreadable_date", { due: 46183 }],
    ["unreadable_key_item", { key: "也许" }],
    ["formula", { title: { xml: '<c r="@" t="str"><f>A1</f><v>关于甲的建议</v></c>' } }],
    ["cell_error", { due: { xml: '<c r="@" t="e"><v>#N/A</v></c>' } }],
    ["text_too_long", { title: "长".repeat(201) }],
  ])("%s", async (code, changes) => {
    const { rows, findings } = await read([line(changes), line({ number: 2 })]);
    expect(findings.map((finding) => finding.code)).toContain(code);
    expect(
      findings.every(({ row, message }) => row === 2 && message.startsWith("第 2 行：") && message.endsWith("。")),
    ).toBe(true);
    expect(rows.map(({ number }) => number)).toEqual([2]);
  });

  test("a number twice: the second is refused and told where the first is; 1 and 闭会第1号 differ", async () => {
    const { rows, findings } = await read([line(), line({ number: "闭会第1号" }), line({ number: "第００１号" })]);
    expect(rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(findings).toEqual([
      { row: 4, code: "duplicate_number", message: "第 4 行：第1号与第 2 行重复。请核对编号，只保留一行。" },
    ]);
  });

  test("hidden rows and hidden columns of the table stop the import, other hidden columns are named", async () => {
    const toCells = (cells: readonly CellInput[], row: number): string =>
      cells
        .map((cell, at) => `<c r="${"ABCDEFGH"[at]}${row}" t="str"><v>${typeof cell === "object" ? "" : cell}</v></c>`)
        .join("");
    const table = await readAllocation(
      buildXlsx({
        beforeData: '<cols><col min="5" max="5" hidden="1"/><col min="9" max="9" hidden="1"/></cols>',
        sheetData: `<row r="1">${toCells(HEADER, 1)}</row><row r="2" hidden="1">${toCells(line(), 2)}<c r="I2"><v>7</v></c></row>`,
      }),
      "分配表.xlsx",
    );
    expect(table.findings.map(({ row, code }) => [row, code])).toEqual([
      [1, "hidden_column"],
      [2, "hidden_row"],
    ]);
    expect(table.rows).toEqual([]);
    expect(table.notices.join()).toContain("I 列被隐藏");
  });
});

describe("ways of writing that are read", () => {
  test.each<[Changes, object]>([
    [{ number: "００７" }, { number: 7, betweenSessions: false }],
    [{ number: "闭会期间第3号" }, { number: 3, betweenSessions: true }],
    [{ lead: "市商务局、市财政局" }, { leadUnits: ["市商务局", "市财政局"] }],
    [{ co: "甲局，乙局;丙局／丁局\n戊戊局 己己局" }, { coUnits: ["甲局", "乙局", "丙局", "丁局", "戊戊局", "己己局"] }],
    [{ co: "——" }, { coUnits: [] }],
    [{ joint: "李　四、王五" }, { jointNames: ["李四", "王五"] }],
    [{ joint: "李四、王五等１２人" }, { jointNames: null, jointText: "李四、王五等１２人" }],
    [{ joint: "无" }, { jointNames: [], jointText: null }],
    [{ key: "√" }, { keyItem: true }],
    [{ key: null }, { keyItem: false }],
    [{ due: "2026.6.10" }, { dueOn: "2026-06-10" }],
    [{ due: { xml: '<c r="@" s="1"><v>46183.75</v></c>' } }, { dueOn: "2026-06-10" }],
    [{ due: null }, { dueOn: null }],
    [{ title: "关于\n甲的\u200b建议" }, { title: "关于甲的建议" }],
    [{ proposer: "𠮷 田" }, { proposer: "𠮷田" }],
  ])("%j", async (changes, expected) => {
    expect(await codes(changes)).toEqual([]);
    expect((await read([line(changes)])).rows[0]).toMatchObject(expected);
  });

  test("headings by other names, with remarks, blanks and line ends, in any order", async () => {
    const header = ["主办（分办）\n单位", "案 由", "第一提案人", "序号", "界别", "办结时限（年月日）"];
    const bytes = buildXlsx({ rows: [header, ["市商务局", "关于甲的提案", "张三", 1, "农业", "2026-6-10"]] });
    const { columns, rows, kindHint } = await readAllocation(bytes, "a.xlsx");
    expect(columns).toEqual({ leadUnits: 1, title: 2, proposer: 3, number: 4, group: 5, dueOn: 6 });
    expect(rows[0]).toMatchObject({ number: 1, group: "农业", dueOn: "2026-06-10" });
    expect(kindHint).toBe("proposal");
  });

  test("编号 is preferred to 序号 where a table has both", async () => {
    const { columns } = await readAllocation(
      buildXlsx({
        rows: [
          ["序号", "编号", "案由", "领衔代表", "主办单位"],
          [1, 40, "关于甲的建议", "张三", "市商务局"],
        ],
      }),
      "a.xlsx",
    );
    expect(columns.number).toBe(2);
  });

  test("a heading in two rows and merged data cells", async () => {
    const merged = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "D3:D4"].map((ref) => `<mergeCell ref="${ref}"/>`).join("");
    const { headerRow, rows } = await readAllocation(
      buildXlsx({
        rows: [
          ["编号", "案由", "领衔代表", "承办单位"],
          [null, null, null, "主办", "会办"],
          [1, "关于甲的建议", "张三", "市商务局", "市财政局"],
          [2, "关于乙的建议", "李四", null, null],
        ],
        afterData: `<mergeCells>${merged}</mergeCells>`,
      }),
      "a.xlsx",
    );
    expect(headerRow).toBe(2);
    expect(rows.map(({ leadUnits, coUnits }) => [leadUnits, coUnits])).toEqual([
      [["市商务局"], ["市财政局"]],
      [["市商务局"], []],
    ]);
  });

  test("section headings, totals, a repeated header and notes are passed over and named", async () => {
    const { rows, findings, notices, notedCount } = await read([
      ["一、财政经济类"],
      line(),
      HEADER,
      line({ number: 3 }),
      ["合计", "2件"],
      [null, "注：本表共 2 件。"],
    ]);
    expect(rows.map(({ number }) => number)).toEqual([1, 3]);
    expect(findings).toEqual([]);
    expect(notices.map((notice) => notice.split("，")[0])).toEqual([
      "第 2 行是说明文字",
      "第 6 行是合计行",
      "第 7 行是说明文字",
      "第1号、第3号的案由都是《关于甲的建议》。请核对是否重复登记。",
      "编号不连续",
    ]);
    expect(notices.at(-1)).toContain("第2号");
    expect(notedCount).toEqual({ total: 2 });
  });
});

describe("files that are refused", () => {
  const csv = strToU8(`${HEADER.join(",")}\n1,关于甲的建议,张三,,市商务局,,否,2026-06-10\n`);
  const without = (heading: string): Uint8Array => buildXlsx({ rows: [HEADER.filter((text) => text !== heading)] });

  test.each([
    ["wrong_type", csv, "分配表.xlsx"],
    ["wrong_type", buildDocx({ body: "" }), "分配表.xlsx"],
    ["empty_workbook", buildXlsx({ rows: [] }), "分配表.xlsx"],
    ["no_header", buildXlsx({ rows: [["随便"], ["什么"]] }), "分配表.xlsx"],
    ["no_header", buildXlsx({ rows: [HEADER, line()], sheetState: "hidden" }), "分配表.xlsx"],
    ["missing_column", without("主办单位"), "分配表.xlsx"],
    ["duplicate_column", buildXlsx({ rows: [[...HEADER, "编号"]] }), "分配表.xlsx"],
    ["too_large", new Uint8Array(12 * 1024 * 1024), "分配表.xlsx"],
  ])("%s", async (code, bytes, name) => {
    expect((await refusalOf(() => readAllocation(bytes, name))).code).toBe(code);
  });

  test("a missing column is named with the headings that would do", async () => {
    const { message } = await refusalOf(() => readAllocation(without("领衔代表"), "a.xlsx"));
    expect(message).toContain("第 1 行表头缺少“领衔代表”列");
    expect(message).toContain("第一提案人");
  });

  test("the same text under its own name is read", async () => {
    expect((await readAllocation(csv, "分配表.csv")).rows).toHaveLength(1);
  });
});
