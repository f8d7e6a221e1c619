import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { createClient } from "@libsql/client";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeWorkbook } from "#exchange/write/xlsx/write-workbook.ts";
import { NeedleFinder } from "#release/scan/needles.ts";
import { chooseNeedles, findLeaks } from "#release/scan/scan-release.ts";
import { buildJpeg, buildPdf, buildPng } from "#test/exchange/attachment/attachment-files.ts";

const SECRET = "拟将临江路地块收储后转让给某企业";
const finder = new NeedleFinder(chooseNeedles([SECRET], [], []));
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => utf16(text).swap16();
const pdfHex = `<FEFF${utf16be(SECRET).toString("hex")}>`;

async function workbook(cell: string): Promise<Uint8Array> {
  const plan = { name: "台账", columns: [{ heading: "题目", width: 20 }], rows: [[cell]] };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeWorkbook([plan])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function database(...statements: string[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-kinds-"));
  const client = createClient({ url: `file:${join(folder, "a.db")}` });
  for (const sql of statements) await client.execute(sql);
  client.close();
  const bytes = await readFile(join(folder, "a.db"));
  await rm(folder, { recursive: true });
  return bytes;
}

const zip = (name: string, content: string | Uint8Array, more = {}) =>
  zipSync({ "清单.txt": strToU8("公开"), [name]: [typeof content === "string" ? strToU8(content) : content, more] });
/** In a gzip file: a name that few programs show (RFC 1952 §2.3, FNAME). */
function gzipNamed(name: string): Uint8Array {
  const plain = gzipSync("公开");
  plain[3] = 8;
  return Buffer.concat([plain.subarray(0, 10), Buffer.from(`${name}\0`), plain.subarray(10)]);
}

const PLANTED: readonly (readonly [channel: string, path: string, make: () => Uint8Array | Promise<Uint8Array>])[] = [
  ["a cell of a workbook", "data/a.xlsx", async () => await workbook(SECRET)],
  [
    "a run of text cut by formats",
    "a.xlsx",
    () => zip("xl/s.xml", `<si><r><t>${SECRET.slice(0, 6)}</t></r><r><t>${SECRET.slice(6)}</t></r></si>`),
  ],
  ["the description of a workbook", "a.xlsx", () => zip("docProps/core.xml", `<dc:creator>${SECRET}</dc:creator>`)],
  ["a picture in a workbook", "a.xlsx", () => zip("xl/media/image1.png", buildPng([["tEXt", `Comment\0${SECRET}`]]))],
  ["a file in a bundle", "data/2026.zip", () => zip("2026/a.html", `<p>${SECRET}</p>`)],
  ["the name of a file in a bundle", "a.zip", () => zip(`${SECRET}.txt`, "空")],
  ["a comment of a bundle", "a.zip", () => zip("a.txt", "空", { comment: SECRET })],
  ["an extra field of a bundle", "a.zip", () => zip("a.txt", "空", { extra: { 0x9999: utf16(SECRET) } })],
  ["a bundle in a bundle", "a.zip", () => zip("b.zip", zip("c.json.gz", gzipSync(JSON.stringify({ a: SECRET }))))],
  [
    "a row of a database",
    "a.sqlite",
    async () => await database("create table t (a)", `insert into t values ('${SECRET}')`),
  ],
  [
    "a blob of a database",
    "a.db",
    async () => await database("create table t (a)", `insert into t values (x'${gzipSync(SECRET).toString("hex")}')`),
  ],
  ["the definition of a table", "a.db", async () => await database(`create table "${SECRET}" (a)`)],
  [
    "a long value of a database",
    "a.db",
    async () =>
      await database(
        "create table t (a)",
        `insert into t values ('${"公".repeat(1360)}${SECRET}${"开".repeat(3000)}')`,
      ),
  ],
  [
    "a deleted row of a database",
    "a.db",
    async () =>
      await database(
        "create table t (a)",
        "insert into t values ('公开')",
        `insert into t values ('${SECRET}')`,
        "delete from t where rowid = 2",
      ),
  ],
  ["the words of a PDF", "a.pdf", () => buildPdf({ pages: [`x) Tj [${pdfHex}] TJ (`] })],
  ["the description of a PDF", "a.pdf", () => buildPdf({ pages: ["x"], info: `/Title ${pdfHex}` })],
  ["a description of its own in a PDF", "a.pdf", () => buildPdf({ pages: ["x"], info: `/Company ${pdfHex}` })],
  [
    "a note in a PDF",
    "a.pdf",
    () =>
      buildPdf({
        pages: ["x"],
        page: `/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ${pdfHex} >>]`,
      }),
  ],
  [
    "a stream that no page shows",
    "a.pdf",
    () =>
      buildPdf({
        pages: ["x"],
        objects: [
          `<< /Length 9 >>\nstream\n(${[...utf16be(`\ufeff${SECRET}`)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("")})\nendstream`,
        ],
      }),
  ],
  [
    "a string in a PDF that has parentheses of its own",
    "a.pdf",
    () => buildPdf({ pages: ["x"], objects: [`<< /Alt (a(b(c)) ${SECRET}) >>`] }),
  ],
  ["a text chunk of an image", "a.png", () => buildPng([["iTXt", `Title\0\0\0zh\0\0${SECRET}`]])],
  ["EXIF of an image", "a.jpg", () => buildJpeg([[0xe1, `Exif\0\0${SECRET}`]])],
  ["a comment of an image", "a.jpg", () => buildJpeg([[0xfe, SECRET]])],
  ["the name within gzip", "a.txt.gz", () => gzipNamed(SECRET)],
  ["an index that names itself nothing", "a.json", () => gzipSync(SECRET)],
  ["UTF-16", "a.csv", () => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(SECRET)])],
  ["a list of works", "a.bib", () => Buffer.from(`@misc{a, title = {${SECRET}}}`)],
  ["a list of works for programs", "a.ris", () => Buffer.from(`TY  - GEN\nTI  - ${SECRET}\nER  - `)],
  ["rows for programs", "a.jsonl", () => Buffer.from(JSON.stringify({ a: SECRET }))],
];

describe("a leak planted in", () => {
  it.each(PLANTED)("%s is found", async (_, path, make) => {
    expect(await findLeaks(finder, path, await make())).not.toEqual([]);
  });
});

describe("a clean file of each kind", () => {
  it.each([
    ["a.xlsx", async () => await workbook("公开")],
    ["a.zip", () => zip("b/c.csv", "编号,题目\n1,公开")],
    [
      "a.sqlite",
      async () =>
        await database("create table t (a)", "insert into t values ('公开'), (null), (1.5), (9007199254740993)"),
    ],
    ["a.pdf", () => buildPdf({ pages: ["x"] })],
    ["a.png", () => buildPng()],
    ["a.jpg", () => buildJpeg()],
    ["a.bib", () => Buffer.from("@misc{a, title = {公开}}")],
    ["_headers", () => Buffer.from("/*\n  X-Content-Type-Options: nosniff")],
  ] as const)("%s passes", async (path, make) => {
    expect(await findLeaks(finder, path, await make())).toEqual([]);
  });
});

describe("what cannot be looked into ends the release", () => {
  const png = buildPng();
  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ["an unknown kind", "a.woff2", () => Buffer.from("wOF2")],
    ["a source map", "a.js.map", () => Buffer.from("{}")],
    ["an unknown kind in a bundle", "a.zip", () => zip("b.bin", "x")],
    ["bytes behind a bundle", "a.zip", () => Buffer.concat([zip("a.txt", "空"), Buffer.from(SECRET)])],
    ["bytes behind gzip", "a.txt.gz", () => Buffer.concat([gzipSync("公开"), Buffer.from(SECRET)])],
    ["bytes behind an image", "a.png", () => Buffer.concat([png, Buffer.from(SECRET)])],
    ["an image cut off", "a.png", () => png.subarray(0, -6)],
    ["a text in an undeclared encoding", "a.csv", () => Buffer.from([0xc4, 0xe2, 0xbd, 0xab])],
    ["UTF-16 that does not say so", "a.csv", () => utf16("a,b")],
    [
      "a database with deleted pages",
      "a.db",
      async () => await database("create table t (a)", `insert into t values ('${"公".repeat(9000)}')`, "drop table t"),
    ],
    [
      "a database of another encoding",
      "a.db",
      async () => await database("pragma encoding = 'UTF-16le'", "create table t (a)"),
    ],
    ["a database cut off", "a.db", async () => (await database("create table t (a)")).subarray(0, 4500)],
    [
      "a PDF with a file in it",
      "a.pdf",
      () =>
        buildPdf({
          pages: ["x"],
          catalog: "/Names << /EmbeddedFiles << /Names [(a.txt) 4 0 R] >> >>",
          objects: ["<< /Type /Filespec /F (a.txt) /EF << /F 4 0 R >> >>"],
        }),
    ],
    ["a broken PDF", "a.pdf", () => Buffer.from("%PDF-1.7 x")],
    [
      "too many archives in one another",
      "a.zip",
      () => [0, 1, 2, 3, 4].reduce<Uint8Array>((inner) => zip("a.zip", inner), deflateSync("x")),
    ],
  ])("%s", async (_, path, make) => {
    const bytes = await make();
    await expect(findLeaks(finder, path, bytes)).rejects.toThrow();
  });
});

describe("the edges of a page", () => {
  const leaks = async (page: string, withheld: string, path = "a.html") =>
    (await findLeaks(new NeedleFinder(chooseNeedles([withheld], [], [])), path, Buffer.from(page))).length;

  it("keep a label and what it names apart", async () => {
    expect(await leaks("<dt>承办单位</dt><dd>市住房和城乡建设局</dd>", "承办单位市住房和城乡建设局尚未回复")).toBe(0);
    expect(await leaks("<row><c>承办单位</c><c>市住房和城乡</c></row>", "承办单位市住房和城乡", "a.xml")).toBe(0);
  });
  it("do not hide a text that formats cut", async () => {
    expect(
      await leaks("承办单位<b>市住</b><span>房和城</span>乡建<br>设局", "承办单位市住房和城乡建设局尚未回复"),
    ).toBe(1);
  });
  it("show where a name stands alone", async () => {
    expect(await leaks("<th>联系</th><td>冉云芳</td><td>处长</td>", "冉云芳")).toBe(1);
  });
});
