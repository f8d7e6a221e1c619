import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { readCsv } from "#exchange/csv/read-csv.ts";
import { concat } from "../raw-zip.ts";
import { refusalOf } from "../refusal.ts";

const texts = (bytes: Uint8Array): string[][] =>
  (readCsv(bytes).sheets[0]?.rows ?? []).map(({ cells }) => [...cells.values()].map(({ text }) => text));

const gb18030 = Uint8Array.of(0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb0, 0xb8, 0xd3, 0xc9);
const utf16 = Uint8Array.of(0xff, 0xfe, 0x16, 0x7f, 0xf7, 0x53, 0x09, 0x00, 0x48, 0x68, 0x31, 0x75);

test.each([
  ["UTF-8", strToU8("编号,案由")],
  ["UTF-8 with mark", concat([Uint8Array.of(0xef, 0xbb, 0xbf), strToU8("编号,案由")])],
  ["GB18030", gb18030],
  ["UTF-16 with tabs", utf16],
  ["semicolons", strToU8("编号;案由")],
])("%s", (_, bytes) => {
  expect(texts(bytes)).toEqual([["编号", "案由"]]);
});

test("what stands in quotes separates nothing", () => {
  expect(texts(strToU8('编号,案由\r\n1,"甲;乙;丙;丁"\r\n'))).toEqual([
    ["编号", "案由"],
    ["1", "甲;乙;丙;丁"],
  ]);
});

test("rows count as a sheet counts them: blank lines and line ends in a cell do not shift them", () => {
  const rows = readCsv(strToU8('编号,案由\r\n\r\n1,"甲\n乙"\r\n2,丙\r\n')).sheets[0]?.rows ?? [];
  expect(rows.map(({ number }) => number)).toEqual([1, 3, 4]);
  expect(rows[1]?.cells.get(2)?.text).toBe("甲\n乙");
});

test.each([
  ["empty_file", new Uint8Array(0)],
  ["empty_workbook", strToU8(" ,\n,\n")],
  ["not_a_zip", Uint8Array.of(0x31, 0, 0, 0x32)],
  ["wrong_type", strToU8("%PDF-1.4")],
  ["broken_csv", strToU8('编号,案由\n1,"没有结束')],
  ["unknown_encoding", Uint8Array.of(0x31, 0xff, 0xff)],
  ["too_large", new Uint8Array(12 * 1024 * 1024)],
  ["too_many_rows", strToU8("1\n".repeat(20_001))],
  ["too_many_columns", strToU8(`${",".repeat(64)}x`)],
])("%s", async (code, bytes) => {
  expect((await refusalOf(() => readCsv(bytes))).code).toBe(code);
});
