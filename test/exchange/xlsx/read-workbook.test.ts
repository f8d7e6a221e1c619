import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "#exchange/xlsx/read-workbook.ts";
import type { Cell } from "#exchange/xlsx/workbook.ts";
import { buildDocx, buildXlsx, zipParts } from "../office-files.ts";
import { refusalOf } from "../refusal.ts";

const SHARED = (items: string): string =>
  `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items}</sst>`;

async function firstRow(xml: string, parts: Readonly<Record<string, string>> = {}): Promise<(Cell | undefined)[]> {
  const { sheets } = await readWorkbook(buildXlsx({ sheetData: `<row r="1">${xml}</row>`, parts }));
  const cells = sheets[0]?.rows[0]?.cells;
  return [...(cells?.values() ?? [])];
}

describe("cells", () => {
  test("shared strings join their runs and leave out phonetic guides", async () => {
    const shared = SHARED("<si><r><t>云川</t></r><r><t>市</t></r><rPh><t>yun</t></rPh></si><si><t>a_x000D_b</t></si>");
    const cells = await firstRow('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>', {
      "xl/sharedStrings.xml": shared,
    });
    expect(cells).toEqual([
      { kind: "text", text: "云川市" },
      { kind: "text", text: "a\rb" },
    ]);
  });

  test("dates come from the style, with their time if they have one; a plain number stays a number", async () => {
    const cells = await firstRow(
      '<c r="A1" s="1"><v>46183</v></c><c r="B1" s="1"><v>46183.5</v></c><c r="C1"><v>46183</v></c><c r="D1" t="d"><v>2026-06-10T00:00:00</v></c>',
    );
    expect(cells).toEqual([
      { kind: "date", text: "2026-06-10" },
      { kind: "date", text: "2026-06-10 12:00" },
      { kind: "number", text: "46183" },
      { kind: "date", text: "2026-06-10" },
    ]);
  });

  test("formulas, errors and booleans keep their kind", async () => {
    const cells = await firstRow(
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="str"><f>A1</f><v>甲</v></c>',
    );
    expect(cells.map((cell) => `${cell?.kind} ${cell?.text}`)).toEqual([
      "formula 2",
      "error #REF!",
      "boolean TRUE",
      "formula 甲",
    ]);
  });
});

describe("bounds (T-U05)", () => {
  test("row 20,000 is read, row 20,001 is not; column 64 is read, column 65 is not", async () => {
    const cell = (reference: string): string =>
      `<row r="${reference.replace(/\D/g, "")}"><c r="${reference}"><v>1</v></c></row>`;
    expect((await readWorkbook(buildXlsx({ sheetData: cell("A20000") }))).sheets[0]?.rows).toHaveLength(1);
    expect((await refusalOf(() => readWorkbook(buildXlsx({ sheetData: cell("A20001") })))).code).toBe("too_many_rows");
    expect((await readWorkbook(buildXlsx({ sheetData: cell("BL1") }))).sheets[0]?.rows).toHaveLength(1);
    expect((await refusalOf(() => readWorkbook(buildXlsx({ sheetData: cell("BM1") })))).code).toBe("too_many_columns");
  });

  test("one cell at XFD1048576 is refused at once; the declared dimension is not believed", async () => {
    const sparse = buildXlsx({ sheetData: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' });
    expect((await refusalOf(() => readWorkbook(sparse))).code).toBe("too_many_rows");
    const lying = buildXlsx({ beforeData: '<dimension ref="A1:XFD1048576"/>', rows: [["编号"]] });
    expect((await readWorkbook(lying)).sheets[0]?.rows).toHaveLength(1);
  });

  test("blank styled cells beyond the bounds hold nothing and are let be", async () => {
    const { sheets } = await readWorkbook(
      buildXlsx({ sheetData: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>' }),
    );
    expect(sheets[0]?.rows[0]?.cells.size).toBe(1);
  });

  test("a cell or row written twice is refused", async () => {
    const cell = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>';
    const row = '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(2);
    expect((await refusalOf(() => readWorkbook(buildXlsx({ sheetData: cell })))).code).toBe("duplicate_cell");
    expect((await refusalOf(() => readWorkbook(buildXlsx({ sheetData: row })))).code).toBe("duplicate_cell");
  });

  test("nesting 20,000 deep is refused without an overflow", async () => {
    const deep = "<x>".repeat(20_000) + "</x>".repeat(20_000);
    expect((await refusalOf(() => readWorkbook(buildXlsx({ sheetData: deep })))).code).toBe("too_deep");
  });
});

describe("what is hidden is named (T-U06)", () => {
  test("hidden rows, columns and sheets", async () => {
    const { sheets, warnings } = await readWorkbook(
      buildXlsx({
        beforeData: '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols>',
        sheetData: '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0"><c r="A2"><v>1</v></c></row>',
        extraSheets: '<sheet name="底表" sheetId="2" state="veryHidden" r:id="rId4"/>',
        parts: {
          "xl/worksheets/sheet2.xml":
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
        },
      }),
    );
    expect(sheets.map(({ state }) => state)).toEqual(["visible", "veryHidden"]);
    expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([true, true]);
    expect(sheets[0]?.hiddenColumns).toEqual([2, 3, 5]);
    expect(warnings.map(({ code }) => code)).toEqual(["hidden_sheet"]);
    expect(warnings[0]?.message).toContain("底表");
  });

  test("white on white, one point, and the format that shows nothing; white on a dark head is no finding", async () => {
    const fonts =
      '<fonts><font/><font><color rgb="FFFFFFFF"/></font><font><sz val="1"/></font><font><color theme="0"/></font></fonts>';
    const fills =
      '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF203864"/></patternFill></fill></fills>';
    const xfs = [
      'fontId="0" fillId="0"',
      'fontId="1" fillId="0"',
      'fontId="2" fillId="1"',
      'fontId="1" fillId="1"',
      'fontId="3" fillId="0"',
      'fontId="0" fillId="0" numFmtId="170"',
    ].map((xf) => `<xf ${xf}/>`);
    const cells = xfs.map((_, style) => `<c r="${"ABCDEF"[style]}1" s="${style}"><v>1</v></c>`).join("");
    const { warnings, sheets } = await readWorkbook(
      buildXlsx({
        sheetData: `<row r="1">${cells}</row>`,
        parts: {
          "xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts>${fonts}${fills}<cellXfs>${xfs.join("")}</cellXfs></styleSheet>`,
        },
      }),
    );
    expect(warnings.map(({ code }) => code)).toEqual(["unseen_cell"]);
    expect(warnings[0]?.message).toContain("有 4 个单元格");
    expect(warnings[0]?.message).toContain("B1、C1、E1、F1");
    expect(sheets[0]?.rows[0]?.cells.size).toBe(6);
  });

  test("external links, pivot caches, comments, objects and own names", async () => {
    const { warnings } = await readWorkbook(
      buildXlsx({
        rows: [["编号"]],
        workbookTail:
          '<definedNames><definedName name="_xlnm.Print_Area">A1</definedName><definedName name="底数">A1</definedName></definedNames>',
        parts: {
          "xl/externalLinks/externalLink1.xml": "<x/>",
          "xl/pivotCache/pivotCacheDefinition1.xml": "<x/>",
          "xl/comments1.xml": "<x/>",
          "xl/embeddings/oleObject1.bin": strToU8("x"),
        },
      }),
    );
    const codes = warnings.map(({ code }) => code);
    expect(codes).toEqual(["external_link", "pivot_table", "comment", "embedded_object", "defined_name"]);
  });
});

describe("refusals", () => {
  test.each([
    ["empty_workbook", buildXlsx({ rows: [] })],
    ["empty_workbook", buildXlsx({ rows: [["  "]] })],
    ["wrong_type", buildDocx({ body: "" })],
    ["wrong_type", zipParts({ "a.txt": "x" })],
    ["wrong_type", zipParts({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" })],
    ["macro", buildXlsx({ rows: [["编号"]], parts: { "xl/vbaProject.bin": strToU8("x") } })],
    ["broken_xml", buildXlsx({ sheetData: "<row><c></row>" })],
    ["broken_xml", buildXlsx({ sheetData: '<row r="1"><c r="A2"><v>1</v></c></row>' })],
    ["broken_xml", buildXlsx({ rows: [["编号"]], parts: { "xl/styles.xml": Uint8Array.of(0x3c, 0xff, 0xfe) } })],
    [
      "doctype",
      buildXlsx({
        rows: [["编号"]],
        parts: { "xl/styles.xml": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>' },
      }),
    ],
    ["broken_xml", buildXlsx({ sheetData: '<row r="1"><c r="A1" t="inlineStr"><is><t>&xxe;</t></is></c></row>' })],
  ])("%s", async (code, bytes) => {
    expect((await refusalOf(() => readWorkbook(bytes))).code).toBe(code);
  });
});
