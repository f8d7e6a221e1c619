import * as fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { formatCsv } from "#exchange/csv/format-csv.ts";

const read = (text: string): string[][] => parse(text, { bom: true });

describe("T-X10 no cell is a formula", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", '="cmd"|/C calc'])(
    "%j",
    (cell) => {
      const [row] = read(formatCsv([[cell, "甲"]]));
      expect(row).toEqual([`'${cell}`, "甲"]);
    },
  );

  it("everything else comes back as it was", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 20 }).filter((text) => !/^[=+\-@\t\r\0＝＋－＠]/.test(text));
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        const filled = table.map(([left, right]) => [`甲${left}`, `乙${right}`]);
        expect(read(formatCsv(filled))).toEqual(filled);
      }),
    );
  });
});
