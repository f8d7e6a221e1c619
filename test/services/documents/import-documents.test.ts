import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findDocument } from "#db/reads/documents.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import { readDocuments } from "#exchange/documents/read-documents.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import { importDocuments } from "#services/documents/import-documents.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

/** An invented notice of the form that offices send: a shared mailbox with its password in the middle. */
const NOTICE = {
  kind: "notice",
  title: "云川市人民政府关于做好建议提案办理工作的通知",
  issuer: "云川市人民政府",
  publisher: "云川市人民政府办公室",
  document_number: "云政发〔2026〕3号",
  date_written: "2026-03-09",
  date_published: "2026-03-10 10:49",
  index_number: null,
  source: "云川市人民政府办公室",
  addressee: "各乡镇人民政府、街道办事处：",
  attachments: ["人大代表建议办理分配表"],
  body: [
    "各乡镇人民政府、街道办事处：",
    "现将有关事项通知如下：",
    "请登录公共邮箱下载具体内容（邮箱账号：yunchuan-box@example.com密码：Yc20260310）。",
    "请于3月31日前报市人民政府办公室（联系电话：0890-6200000）。",
  ],
};
const REPORT = {
  ...NOTICE,
  kind: "annual_report",
  title: "云川市2025年代表建议办理情况",
  document_number: null,
  index_number: "003000000/202602-00045",
  addressee: null,
  body: ["全部办结。"],
};

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(async () => await app.close());

const run = async (documents: unknown[], masked = false) =>
  await importDocuments(app.system, readDocuments(JSON.stringify({ documents })), { masked });

describe("documents of the office", () => {
  it("are published with their metadata, and keep the index number that they came with", async () => {
    const [report] = await run([REPORT]);
    expect(report).toMatchObject({ state: "published", title: REPORT.title });
    expect(await findDocument(app.db, report?.slug ?? "")).toMatchObject({
      kind: "summary",
      state: "published",
      indexNumber: "003000000/202602-00045",
      writtenOn: "2026-03-09",
      publishedAt: "2026-03-10 10:49",
      validity: "in_force",
    });
  });

  it("get an index number of the month where they had none", async () => {
    const [report] = await run([{ ...REPORT, index_number: null }]);
    const row = await findDocument(app.db, report?.slug ?? "");
    expect(row?.indexNumber).toMatch(/^\w{9}\/202603-00001$/);
  });

  it("that carry a password stay inside, with the reason", async () => {
    const [report] = await run([NOTICE]);
    expect(report?.state).toBe("stopped");
    expect(report?.findings.filter((finding) => finding.severity === "block").map((finding) => finding.code)).toContain(
      "pii_credential",
    );
    expect(await findDocument(app.db, report?.slug ?? "")).toMatchObject({
      state: "draft",
      publishedAt: null,
      indexNumber: null,
    });
  });

  it("pass once it is masked, and the password is nowhere in what is published", async () => {
    await run([NOTICE]);
    const [report] = await run([NOTICE], true);
    expect(report?.state).toBe("published");
    const row = await findDocument(app.db, report?.slug ?? "");
    expect(row?.body && plainText(row.body)).not.toMatch(/Yc20260310/);
    expect(row?.body && plainText(row.body)).toContain("0890-6200000");
    expect(JSON.stringify(row)).not.toContain("Yc20260310");
  });

  it("that were masked and published stay so when the unmasked file comes again", async () => {
    const [published] = await run([NOTICE], true);
    const before = await findDocument(app.db, published?.slug ?? "");
    const [report] = await run([NOTICE]);
    expect(report?.state).toBe("stopped");
    expect(await findDocument(app.db, published?.slug ?? "")).toEqual(before);
  });

  it("change nothing when they come again", async () => {
    await run([REPORT]);
    const before = await app.db.all(sql`select count(*), max(seq) from audit`);
    expect((await run([REPORT])).map((report) => report.state)).toEqual(["unchanged"]);
    expect(await app.db.all(sql`select count(*), max(seq) from audit`)).toEqual(before);
  });

  it("of unknown provenance name no source", async () => {
    const [report] = await run([{ ...REPORT, source: "https://mirror.example", provenance_warning: true }]);
    expect(JSON.stringify(await findDocument(app.db, report?.slug ?? ""))).not.toContain("mirror");
  });

  it.each([
    ["no JSON", "{", "wrong_type", /JSON/],
    ["no list", "{}", "wrong_field", /documents/],
    [
      "an impossible date",
      JSON.stringify({ documents: [REPORT, { ...REPORT, date_written: "2026-02-30" }] }),
      "wrong_field",
      /第 2 份文件的 date_written/,
    ],
    ["an unknown kind", JSON.stringify({ documents: [{ ...REPORT, kind: "poem" }] }), "unknown_kind", /poem/],
  ])("with %s are refused with a sentence", (_, text, code, words) => {
    try {
      readDocuments(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableFile);
      expect(error).toMatchObject({ code, message: expect.stringMatching(words) as string });
    }
  });
});
