import { strToU8, zipSync } from "fflate";
import { buildDocx, buildLetter, buildXlsx, paragraph, run, zipParts } from "./office-files.ts";
import { concat, writeRawZip } from "./raw-zip.ts";

/** One hostile file of security.md §5, and the code with which it must be refused. */
export type HostileFile = {
  readonly id: string;
  readonly name: string;
  readonly wants: "table" | "letter";
  readonly make: () => Uint8Array;
  readonly code: string;
};

const MB = 1024 * 1024;
const utf8 = strToU8;
const blanks = (size: number): Uint8Array => new Uint8Array(size).fill(0x20);
const compound = (stream: string): Uint8Array =>
  concat([
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    new Uint8Array(1024),
    Uint8Array.from([...stream].flatMap((char) => [char.charCodeAt(0), 0])),
    new Uint8Array(64),
  ]);
const sheetData = (xml: string): Uint8Array => buildXlsx({ sheetData: xml });
const SST = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const bomb = (size: number): Uint8Array => writeRawZip([{ name: "[Content_Types].xml", data: blanks(size) }]);
const nested = (size: number): Uint8Array => {
  let inner = zipSync({ a: blanks(size) });
  for (let depth = 0; depth < 5; depth += 1) inner = zipSync({ "a.zip": inner }, { level: 0 });
  return inner;
};
/** Every entry points at the same packed bytes: 200 × 10 MB in 20 KB. */
const overlapping = (): Uint8Array => {
  const file = writeRawZip([
    { name: "a", data: blanks(200 * 1024) },
    { name: "b", data: blanks(200 * 1024) },
  ]);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0, seen = 0; at < file.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (seen === 1) view.setUint32(at + 42, 0, true);
    seen += 1;
  }
  return file;
};
const manyEntries = (count: number): Uint8Array =>
  writeRawZip(Array.from({ length: count }, (_, at) => ({ name: `p${at}`, data: new Uint8Array(0), stored: true })));
const sharedStrings = (count: number): Uint8Array =>
  buildXlsx({
    rows: [["编号"]],
    parts: { "xl/sharedStrings.xml": `<sst xmlns="${SST}">${"<si><t>a</t></si>".repeat(count)}</sst>` },
  });
const ENTITIES = `<!DOCTYPE x [<!ENTITY a "${"a".repeat(100)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join("")}]>`;
const withDocument = (xml: string | Uint8Array): Uint8Array => buildLetter("", { parts: { "word/document.xml": xml } });

const table = (id: string, name: string, code: string, make: () => Uint8Array): HostileFile => ({
  id,
  name,
  wants: "table",
  make,
  code,
});
const letter = (id: string, name: string, code: string, make: () => Uint8Array): HostileFile => ({
  id,
  name,
  wants: "letter",
  make,
  code,
});

/**
 * U01, U03, U04, U05, U08, U11 of security.md §5; the others are of requests, names or rows, not of one file.
 * `large`: in the sizes named there, for measuring; otherwise as small as shows the same.
 */
export const listHostileFiles = ({ large }: { readonly large: boolean }): readonly HostileFile[] => [
  table("T-U01", "nothing.xlsx", "empty_file", () => new Uint8Array(0)),
  table("T-U01", "junk.xlsx", "broken_zip", () => concat([utf8("PK\u0003\u0004"), utf8("junk".repeat(1000))])),
  letter("T-U01", "truncated.docx", "broken_zip", () => buildLetter("").subarray(0, 900)),
  table("T-U01", "renamed.xlsx", "old_format_xls", () => compound("Workbook")),
  letter("T-U01", "renamed.docx", "old_format_doc", () => compound("WordDocument")),
  letter("T-U01", "locked.docx", "encrypted", () => compound("EncryptedPackage")),
  letter("T-U01", "letter.docx", "wrong_type", () => utf8("%PDF-1.7\n%âãÏÓ")),
  letter("T-U01", "table.docx", "wrong_type", () => buildXlsx({ rows: [["编号"]] })),
  table("T-U03", "ratio.xlsx", "zip_bomb", () => bomb((large ? 300 : 4) * MB)),
  letter("T-U03", "nested.docx", "wrong_type", () => nested((large ? 18 : 2) * MB)),
  letter("T-U03", "overlapping.docx", "broken_zip", overlapping),
  table("T-U03", "entries.xlsx", "too_many_entries", () => manyEntries(large ? 60_000 : 300)),
  letter("T-U04", "more.docx", "length_mismatch", () =>
    writeRawZip([{ name: "[Content_Types].xml", data: blanks((large ? 200 : 4) * MB), declaredSize: 100 }]),
  ),
  letter("T-U04", "less.docx", "length_mismatch", () =>
    writeRawZip([{ name: "[Content_Types].xml", data: utf8("abc"), declaredSize: 4096 }]),
  ),
  letter("T-U04", "twice.docx", "duplicate_entry", () =>
    writeRawZip([
      { name: "word/document.xml", data: utf8("<a/>") },
      { name: "word/Document.xml", data: utf8("<b/>") },
    ]),
  ),
  letter("T-U04", "directories.docx", "two_directories", () =>
    writeRawZip([{ name: "a", data: utf8("x") }], `PK\u0005\u0006${"\0".repeat(18)}`),
  ),
  table("T-U05", "corner.xlsx", "too_many_rows", () =>
    sheetData('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  ),
  table("T-U05", "wide.xlsx", "too_many_columns", () => sheetData('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
  table("T-U05", "strings.xlsx", "zip_bomb", () => sharedStrings(large ? 1_000_000 : 50_000)),
  letter("T-U08", "external.docx", "doctype", () =>
    withDocument('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/evil.dtd"><x/>'),
  ),
  letter("T-U08", "passwd.docx", "doctype", () =>
    withDocument('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
  ),
  letter("T-U08", "laughs.docx", "doctype", () => withDocument(`${ENTITIES}<x>&j;</x>`)),
  table("T-U08", "deep.xlsx", "too_deep", () => sheetData("<x>".repeat(20_000) + "</x>".repeat(20_000))),
  letter("T-U08", "deep.docx", "too_deep", () =>
    buildDocx({ body: "<w:sdt><w:sdtContent>".repeat(3000) + "</w:sdtContent></w:sdt>".repeat(3000) }),
  ),
  letter("T-U08", "utf8.docx", "broken_xml", () => withDocument(Uint8Array.of(0x3c, 0x61, 0xff, 0xfe, 0x3e))),
  letter("T-U08", "utf16.docx", "broken_xml", () => withDocument(Uint8Array.of(0xff, 0xfe, 0x3c, 0x00, 0xd8))),
  letter("T-U08", "nul.docx", "broken_xml", () => buildLetter(paragraph(run("a\0b")))),
  letter("T-U11", "page.docx", "wrong_type", () => utf8("<!DOCTYPE html><script>alert(1)</script>")),
  letter("T-U11", "polyglot.docx", "not_a_zip", () => concat([utf8("<html><!--"), buildLetter(""), utf8("-->")])),
  letter("T-U11", "appended.docx", "broken_zip", () => concat([buildLetter(""), utf8("<script>alert(1)</script>")])),
  letter("T-U11", "macro.docx", "macro", () => buildLetter("", { parts: { "word/vbaProject.bin": utf8("x") } })),
  letter("T-U11", "archive.docx", "wrong_type", () => zipParts({ "index.html": "<script>alert(1)</script>" })),
];
