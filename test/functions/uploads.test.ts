import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import type { Client } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";
import { openImportOffice } from "#test/support/import-office.ts";
import { listHostileFiles } from "#test/exchange/hostile-files.ts";
import type { CellInput } from "#test/exchange/office-files.ts";
import { buildLetter, buildXlsx, paragraph, run } from "#test/exchange/office-files.ts";

let base: TestApp;
let app: TestApp;
let office: Client;
beforeAll(async () => {
  base = await openImportOffice();
  app = await openTestApp({ from: base });
  office = clientOf(app, await app.keyFor("office"));
});
afterAll(async () => {
  await app.close();
  await base.close();
});

let keys = 0;
async function upload(path: string, bytes: Uint8Array, name: string, more: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  form.set(path.endsWith("allocation") ? "file" : "files", new File([bytes as Uint8Array<ArrayBuffer>], name));
  for (const [field, value] of Object.entries({ campaign: "2026", ...more })) form.set(field, value);
  keys += 1;
  return await office(path, { method: "POST", headers: { "Idempotency-Key": `k${keys}` }, body: form });
}

const allocation = async (bytes: Uint8Array, name = "分配表.xlsx", more: Readonly<Record<string, string>> = {}) =>
  await upload("/api/imports/allocation", bytes, name, { kind: "suggestion", acceptCount: "true", ...more });
const letters = async (bytes: Uint8Array, name = "答复.docx") => await upload("/api/imports/replies", bytes, name);

async function digest(): Promise<unknown> {
  return await app.db.all(
    sql`select (select count(*) from motions), (select count(*) from assignments), (select count(*) from editions), (select count(*) from audit)`,
  );
}

const HEADER = ["编号", "案由", "领衔代表", "主办单位"];
const line = (number: CellInput, unit = "市财政局"): CellInput[] => [number, `关于第${keys}件的建议`, "毕洲梅", unit];

describe("U a hostile file is answered in Chinese, and leaves nothing", () => {
  it.each(listHostileFiles({ large: false }).map((file) => [file.id, file.name, file] as const))(
    "%s %s",
    async (_, name, { wants, make, code }) => {
      const before = await digest();
      const answer = wants === "table" ? await allocation(make(), name) : await letters(make(), name);
      if (wants === "table") {
        expect([413, 422]).toContain(answer.status);
        expect(answer.json.code).toBe(code);
        expect(answer.json.detail).toMatch(/\p{Script=Han}.*请/u);
      } else {
        // Letters are judged file by file: the answer is a list, and this one is refused in it.
        expect(answer.json.files).toMatchObject([{ verdict: "refuse", state: "refused", findings: [{ code }] }]);
        expect(answer.json.files[0].findings[0].message).toMatch(/\p{Script=Han}.*请/u);
      }
      expect(answer.text).not.toMatch(/node_modules|\.ts:|Error:/);
      expect(await digest()).toEqual(before);
      expect(app.reports).toEqual([]);
    },
  );
});

describe("T-U02 the size of a request", () => {
  it("12 MB and more is refused before it is read; so are ten thousand small fields", async () => {
    expect((await letters(new Uint8Array(12 * 1024 * 1024 + 1))).status).toBe(413);
    const form = new FormData();
    for (let at = 0; at < 10_000; at += 1) form.append(`f${at}`, "x");
    const answer = await office("/api/imports/replies", {
      method: "POST",
      headers: { "Idempotency-Key": "many" },
      body: form,
    });
    expect(answer.status).toBe(422);
  });

  it("a length that lies does not help", async () => {
    const answer = await office("/api/imports/replies", {
      method: "POST",
      headers: {
        "Idempotency-Key": "lie",
        "Content-Type": "multipart/form-data; boundary=x",
        "Content-Length": "20000000",
      },
      body: "--x--",
    });
    expect([400, 413, 415]).toContain(answer.status);
  });
});

describe("T-U06 what is hidden in a table", () => {
  it("stops a hidden row, names a hidden sheet, a link to another file and a pivot cache, white text included in none", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>案由</t></is></c><c r="C1" t="inlineStr"><is><t>领衔代表</t></is></c><c r="D1" t="inlineStr"><is><t>主办单位</t></is></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>关于甲的建议</t></is></c><c r="C2" t="inlineStr"><is><t>毕洲梅</t></is></c><c r="D2" t="inlineStr"><is><t>市财政局</t></is></c></row>`;
    const answer = await allocation(
      buildXlsx({
        sheetData: rows,
        parts: { "xl/externalLinks/externalLink1.xml": "<x/>", "xl/pivotCache/p.xml": "<x/>" },
      }),
      "分配表.xlsx",
      { dryRun: "true" },
    );
    expect(answer.json.rejected).toMatchObject([{ row: 2, code: "hidden_row" }]);
    expect(answer.json.notices.join("")).toMatch(/引用了其他文件.*数据透视表/);
    expect(answer.json.table.sheets).toMatchObject([{ hiddenRows: 1 }]);
  });
});

describe("T-U07 what is hidden in a letter", () => {
  it.each([
    ["vanish", run("手机13800138000", "<w:vanish/>")],
    ["white", run("手机13800138000", '<w:color w:val="FFFFFF"/>')],
    ["1 pt", run("手机13800138000", '<w:sz w:val="2"/>')],
    ["deleted", "<w:del><w:r><w:delText>手机13800138000</w:delText></w:r></w:del>"],
  ])("%s stops it", async (_, xml) => {
    const { json } = await letters(buildLetter(paragraph(xml)));
    expect(json.files).toMatchObject([{ verdict: "block", state: "refused" }]);
  });
});

describe("T-U09 names of uploads", () => {
  it.each(["../../x.docx", "..\\x.docx", "a\u202Egpj.docx", "-rf.docx", `${"长".repeat(300)}.docx`])(
    "%j is cleaned",
    async (name) => {
      const { json } = await letters(buildLetter(""), name);
      const shown = String(json.files[0].file);
      expect(shown).not.toMatch(/[/\\\u202e]|^[.-]/);
      expect([...shown].length).toBeLessThanOrEqual(124);
    },
  );
});

describe("T-U10 tables", () => {
  it("the same table twice is idempotent", async () => {
    const table = buildXlsx({ rows: [HEADER, line(301), line("３０２")] });
    expect((await allocation(table)).json).toMatchObject({ written: true, added: 2 });
    expect((await allocation(table)).json).toMatchObject({ written: false, unchanged: 2 });
  });

  it.each<[string, readonly CellInput[][], string]>([
    ["half of the rows bad", [line(311), line("甲"), line(312), line("")], "unreadable_number"],
    ["a number twice", [line(313), line("００３１３")], "duplicate_number"],
    ["an unknown unit", [line(314, "市没有局")], "unknown_unit"],
    ["1E5", [line("1E5")], "unreadable_number"],
    ["a date for a number", [line({ xml: '<c r="@" s="1"><v>46183</v></c>' })], "unreadable_number"],
  ])("%s: nothing is written, and the row is named", async (_, rows, code) => {
    const before = await digest();
    const table = buildXlsx({ rows: [HEADER, ...rows] });
    const dry = await allocation(table, "分配表.xlsx", { dryRun: "true" });
    expect(dry.json.rejected.map((finding: { code: string }) => finding.code)).toContain(code);
    const answer = await allocation(table);
    expect(answer).toMatchObject({ status: 422, json: { code: "rows_rejected" } });
    expect(answer.json.errors[0].path).toMatch(/^rows\.\d+$/);
    expect(await digest()).toEqual(before);
  });
});
