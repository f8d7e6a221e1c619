import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readCsv } from "#exchange/csv/read-csv.ts";
import { writeCsv } from "#exchange/write/tables/write-csv.ts";
import type { SheetCell } from "#exchange/write/xlsx/sheet-plan.ts";
import { gather } from "./gather.ts";

const write = async (rows: readonly (readonly SheetCell[])[]) =>
  await gather(writeCsv({ name: "表", title: "标题", note: "说明", columns: [{ heading: "编号", width: 8 }], rows }));

test("a mark for Excel, the note above the header, one line for each row", async () => {
  const bytes = await write([[1, { date: "2026-05-31" }, { percent: "33.33" }, null, "甲,乙"]]);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('标题\r\n说明\r\n编号\r\n1,2026-05-31,33.33%,,"甲,乙"\r\n');
});

test.each(["=1+1", "+1", "-1", "@A1", "\t=1", "＝1+1", "＋1", "－1", "＠A1"])("%j is no formula", async (text) => {
  const line = new TextDecoder().decode(await write([[text]])).split("\r\n")[3];
  // A tab has the cell stand in quotes.
  expect(line?.replace(/^"|"$/g, "")).toBe(`'${text}`);
});

test("whatever a cell holds stands in one record", async () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    .filter((value) => /^[\p{L}\p{N}]/u.test(value));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 10 }), async (values) => {
      const sheet = readCsv(await write(values.map((value) => [value]))).sheets[0];
      const read = sheet?.rows.slice(3).map(({ cells }) => cells.get(1)?.text);
      expect(read).toEqual(values);
    }),
    { numRuns: 100 },
  );
});
