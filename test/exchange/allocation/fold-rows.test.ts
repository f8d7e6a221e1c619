import { expect, it } from "vitest";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { buildXlsx } from "../office-files.ts";

const HEADER = ["编号", "案由", "领衔代表", "主办单位", "协办单位", "办理结果"];
const TITLE = "关于改造农贸市场的建议";

const read = async (...rows: readonly (readonly string[])[]) =>
  await readAllocation(buildXlsx({ rows: [HEADER, ...rows] }), "台账.xlsx");

it("lines of one number and one title whose units differ are one matter, and that is said", async () => {
  const table = await read(
    ["1", TITLE, "张三", "市住建局", "", "A"],
    ["1", `《${TITLE}》`, "张三", "", "市财政局", ""],
    ["1", TITLE, "张三", "市商务局", "市财政局", "B"],
    ["2", "关于第二件的建议", "李四", "市财政局", "", "A"],
  );
  expect(table.findings).toEqual([]);
  expect(table.rows.map(({ row, leadUnits, coUnits }) => ({ row, leadUnits, coUnits }))).toEqual([
    { row: 2, leadUnits: ["市住建局", "市商务局"], coUnits: ["市财政局"] },
    { row: 5, leadUnits: ["市财政局"], coUnits: [] },
  ]);
  expect([...table.lines]).toEqual([
    [
      2,
      [
        { row: 2, leadUnits: ["市住建局"] },
        { row: 3, leadUnits: [] },
        { row: 4, leadUnits: ["市商务局"] },
      ],
    ],
  ]);
  expect(table.notices.join()).toContain("第 2、3、4 行都是第1号");
});

it.each([
  ["another title", ["1", "关于另一件事的建议", "张三", "市商务局", "", ""], "第 3 行：第1号与第 2 行重复，案由不同。"],
  ["no new unit", ["1", TITLE, "张三", "市住建局", "", ""], "第 3 行：第1号与第 2 行重复。"],
])("the same number with %s stays a duplicate", async (_, second, message) => {
  const { findings, rows } = await read(["1", TITLE, "张三", "市住建局", "", ""], second);
  expect(rows).toHaveLength(1);
  expect(findings).toMatchObject([{ row: 3, code: "duplicate_number" }]);
  expect(findings[0]?.message).toContain(message);
});

it("a line of joint units alone, with nothing above it, lacks its lead unit", async () => {
  const { findings, rows } = await read(["1", TITLE, "张三", "", "市财政局", ""]);
  expect(rows).toEqual([]);
  expect(findings).toMatchObject([{ row: 2, code: "missing_lead_unit" }]);
});
