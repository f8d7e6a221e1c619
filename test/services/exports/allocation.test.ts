import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import type { AllocationLine } from "#exchange/write/tables/allocation-table.ts";
import { toAllocationPlan } from "#exchange/write/tables/allocation-table.ts";
import { writeCsv } from "#exchange/write/tables/write-csv.ts";
import { writeWorkbook } from "#exchange/write/xlsx/write-workbook.ts";
import { exportAllocation } from "#services/exports/allocation.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import { registerMotion } from "#services/motions/register.ts";
import { toPrintedLine } from "#test/exchange/write/allocation-line.ts";
import { gather } from "#test/exchange/write/gather.ts";
import { NEW_MOTION } from "#test/support/handling.ts";
import { UNITS } from "#test/support/city.ts";
import type { World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";
import { bytesOf, importAgain } from "./tables.ts";

let city: World;
let world: World;
beforeAll(async () => {
  city = await makeWorld();
});
afterAll(async () => await city.close());
beforeEach(async () => {
  world = await copyWorld(city);
});
afterEach(async () => await world.close());

const NAMES = ["卢子", "冉云芳", "桂安", "欧阳文礼", "尼玛·次仁"];
const words = fc.constantFrom(
  "关于“一老一小”照护的建议",
  "=关于A<B&C的建议",
  "+2号线延伸",
  "-10℃供暖",
  "@社区 服务",
  "关于　增设校园岗亭的建议",
  '含"引号",和逗号',
);
const units = fc.uniqueArray(fc.constantFrom(...UNITS.map(({ shortName }) => shortName)), {
  minLength: 1,
  maxLength: 3,
});
const line: fc.Arbitrary<Omit<AllocationLine, "number">> = fc
  .record({
    betweenSessions: fc.boolean(),
    title: words.map((title) => title.replace(/　/g, " ")),
    proposer: fc.constantFrom(...NAMES, "民进云川市委"),
    jointText: fc.constantFrom(null, "冉云芳、桂安", "冉云芳、桂安等5人", "等3名委员"),
    group: fc.constantFrom(null, "青石镇代表团", "教育界"),
    category: fc.constantFrom(null, "城建环保", "社会建设"),
    named: units,
    leads: fc.integer({ min: 1, max: 3 }),
    leader: fc.constantFrom(null, "桂安"),
    supervisor: fc.constantFrom(null, "欧阳文礼"),
    keyItem: fc.boolean(),
    dueOn: fc.constantFrom("2026-06-10", "2026-08-31", "2028-02-29"),
  })
  .map(({ named, leads, ...rest }) => ({ ...rest, leadUnits: named.slice(0, leads), coUnits: named.slice(leads) }));

const kind = "suggestion" as const;
const write = {
  xlsx: async (lines: readonly AllocationLine[]) => await gather(writeWorkbook([plan(lines)])),
  csv: async (lines: readonly AllocationLine[]) => await gather(writeCsv(plan(lines))),
};
const plan = (lines: readonly AllocationLine[]) =>
  toAllocationPlan({
    government: "云川市人民政府",
    year: 2026,
    kind,
    jointWord: "协办",
    assignedOn: "2026-03-10",
    lines,
  });

describe.each(["xlsx", "csv"] as const)("a 分配表 as %s", (format) => {
  it("is read back as it was printed, whatever it says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (found) => {
        const lines = found.map((item, index) => ({ ...item, number: index + 1 }));
        const table = await readAllocation(await write[format](lines), `表.${format}`);
        expect(table.findings).toEqual([]);
        expect(table).toMatchObject({ kindHint: kind, assignedOn: "2026-03-10", notedCount: { total: lines.length } });
        expect(table.rows.map(toPrintedLine)).toEqual(lines);
      }),
      { numRuns: 40 },
    );
  });

  it("of a city at work changes nothing when it is imported again, in any state of handling", async () => {
    const office = world.contextOf(world.people.office.actor);
    for (const of of ["suggestion", "proposal"] as const) {
      const file = await exportAllocation(office, { campaign: "2026", kind: of, format });
      const unchanged = of === "suggestion" ? 2 : 1;
      expect(await importAgain(office, file, of)).toEqual({ added: 0, changed: 0, unchanged, rejected: [] });
    }
  });
});

describe("the table of the office", () => {
  const head = "编号,案由,领衔代表,联名人,代表团,内容分类,主办单位,会办单位,分管领导,督办人,是否重点,办理期限";

  it("keeps the day on which each was handed out, where they differ", async () => {
    const office = world.contextOf(world.people.office.actor);
    const rows = `关于交办日期2026年4月1日的说明\r\n${head}\r\n41,关于修缮道路的建议,卢子,冉云芳等4人,,,市住建局,市公安局,,,是,2026年8月31日\r\n`;
    const bytes = new TextEncoder().encode(rows.replace("关于交办日期", "交办日期"));
    const input = { bytes, fileName: "表.csv", campaignId: "2026", kind, acceptCount: true };
    expect(await importAllocation(office, { ...input, dryRun: false })).toMatchObject({ added: 1, rejected: [] });
    const query = { campaign: "2026", kind, format: "xlsx" } as const;
    const file = await exportAllocation(office, query);
    const table = await readAllocation(await bytesOf(file), file.name);
    expect(table.assignedOn).toBeUndefined();
    expect(table.rows.map(({ number }) => number)).toEqual([39, 40, 41]);
    const again = await exportAllocation(office, query);
    expect(await importAgain(office, again, kind)).toEqual({ added: 0, changed: 0, unchanged: 3, rejected: [] });
  });

  it("has what was handed out: not what is only registered", async () => {
    const office = world.contextOf(world.people.office.actor);
    await registerMotion(office, NEW_MOTION);
    const file = await exportAllocation(office, { campaign: "2026", kind, format: "csv" });
    expect(new TextDecoder().decode(await bytesOf(file))).not.toContain(NEW_MOTION.title);
  });

  it("shows a unit what it has a part in, and nothing of another unit where it asks for that", async () => {
    const unit = world.contextOf(world.people.zhujian.actor);
    const own = await exportAllocation(unit, { campaign: "2026", kind, format: "csv" });
    const text = new TextDecoder().decode(await bytesOf(own));
    expect(text).toContain("关于加快老旧小区加装电梯的建议");
    expect(text).not.toContain("关于增加公办幼儿园学位的建议");
    const other = await exportAllocation(unit, { campaign: "2026", kind, unit: "jiaoti", format: "csv" });
    expect(new TextDecoder().decode(await bytesOf(other))).toContain("本表共0件");
  });
});
