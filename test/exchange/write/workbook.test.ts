import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "#exchange/xlsx/read-workbook.ts";
import type { SheetCell, SheetPlan } from "#exchange/write/xlsx/sheet-plan.ts";
import { writeWorkbook } from "#exchange/write/xlsx/write-workbook.ts";
import { gather } from "./gather.ts";

const plan = (rows: readonly SheetCell[][], more: Partial<SheetPlan> = {}): SheetPlan => ({
  name: "表",
  title: "云川市办理分配表",
  note: "注：本表共1件。",
  columns: [
    { heading: "编号", width: 10 },
    { heading: "案由", width: 40 },
  ],
  rows,
  ...more,
});
const write = async (...plans: SheetPlan[]) => await gather(writeWorkbook(plans));
const sheetXml = (bytes: Uint8Array, number = 1) =>
  strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());

async function cellsOf(bytes: Uint8Array, sheet = 0) {
  const found = (await readWorkbook(bytes)).sheets[sheet];
  return (found?.rows ?? []).map(({ cells }) => [...cells.values()].map(({ kind, text }) => [kind, text]));
}

describe("a workbook", () => {
  test("numbers are numbers, days are days, shares are shares", async () => {
    const rows: SheetCell[][] = [
      [39, "关于加装电梯的建议"],
      [{ date: "2026-05-31" }, { percent: "66.67" }],
      [{ date: "1900-03-01" }, null],
    ];
    const bytes = await write(plan(rows));
    expect((await cellsOf(bytes)).slice(3)).toEqual([
      [
        ["number", "39"],
        ["text", "关于加装电梯的建议"],
      ],
      [
        ["date", "2026-05-31"],
        ["number", "0.6667"],
      ],
      [["date", "1900-03-01"]],
    ]);
    expect(sheetXml(bytes)).toContain('<c r="B5" s="7"><v>0.6667</v></c>');
  });

  test("the header stays in sight, can be filtered and is printed on every page; columns have their width", async () => {
    const xml = sheetXml(await write(plan([[1, "甲"]])));
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A3:B4"/>');
    expect(xml).toContain('<col min="2" max="2" width="40" customWidth="1"/>');
    expect(xml).toContain('<mergeCell ref="A1:B1"/>');
  });

  test("a table without rows has its header and a filter over it", async () => {
    const xml = sheetXml(await write(plan([], { title: "空表" })));
    expect(xml).toContain('<autoFilter ref="A3:B3"/>');
  });

  test.each(["=1+1", "+86", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")'])(
    "%s is text: no formula, and none after an edit",
    async (text) => {
      const bytes = await write(plan([[1, text]]));
      expect((await cellsOf(bytes)).at(-1)).toEqual([
        ["number", "1"],
        ["text", text],
      ]);
      expect(sheetXml(bytes)).not.toContain("<f>");
      const styles = strFromU8(unzipSync(bytes)["xl/styles.xml"] ?? new Uint8Array());
      expect(styles.match(/<xf [^>]*quotePrefix="1"/g)).toHaveLength(1);
      expect(sheetXml(bytes)).toContain('<c r="B4" s="8" t="inlineStr">');
    },
  );

  test("whatever text stands in a cell, it is read as it was written", async () => {
    // What Excel cannot hold at all: half of a character.
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((value) => value.trim() !== "");
    const odd = fc.constantFrom("_x0041_", "a\u0001b", "a\rb", "a\nb", "\u007f x", "]]>", "<&\"'>", "  前后有空格  ");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, odd), { minLength: 1, maxLength: 20 }), async (values) => {
        const bytes = await write(plan(values.map((value) => [1, value])));
        const read = (await cellsOf(bytes)).slice(3).map((cells) => cells[1]?.[1]);
        expect(read).toEqual(values);
      }),
      { numRuns: 100 },
    );
  });

  test("sheets of one name, or of a name that no sheet may have, are told apart", async () => {
    const { sheets, warnings } = await readWorkbook(
      await write(
        plan([[1, "甲"]], { name: "建议/提案" }),
        plan([[1, "乙"]], { name: "建议/提案" }),
        plan([[1, "丙"]], { name: "" }),
      ),
    );
    expect(sheets.map(({ name }) => name)).toEqual(["建议 提案", "建议 提案2", "表"]);
    expect(warnings).toEqual([]);
  });

  test("rows are taken as they come: a table of any length is never whole in memory", async () => {
    let asked = 0;
    async function* rows(): AsyncGenerator<SheetCell[]> {
      for (let row = 1; row <= 5000; row += 1) {
        asked = row;
        yield [row, `第${row}行${Math.sin(row)}`];
      }
    }
    const chunks = writeWorkbook([plan([], { rows: rows() })]);
    let first = 0;
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (first === 0 && asked > 0) first = asked;
    }
    expect(first).toBeLessThan(2500);
    expect(size).toBeGreaterThan(50_000);
  });

  test("equal tables are equal files", async () => {
    expect(await write(plan([[1, "甲"]]))).toEqual(await write(plan([[1, "甲"]])));
  });
});
