import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { buildPdf } from "#test/exchange/attachment/attachment-files.ts";
import { buildXlsx } from "#test/exchange/office-files.ts";
import { clientOf } from "#test/support/client.ts";
import type { Home } from "#test/support/homes/home.ts";
import { expectAgreed } from "./agreed.ts";

const HEAD = ["编号", "案由", "领衔代表", "主办单位"];
const ROWS = [
  [41, "关于修缮社区道路的建议", "卢子", "市住建局"],
  [42, "关于增设校园岗亭的建议", "冉云芳", "市教育体育局"],
];

type Fields = Readonly<Record<string, string>>;

function toForm(field: string, bytes: Uint8Array, name: string, more: Fields = {}): FormData {
  const form = new FormData();
  form.set(field, new File([bytes as Uint8Array<ArrayBuffer>], name));
  for (const [key, value] of Object.entries(more)) form.set(key, value);
  return form;
}

const table = (rows: typeof ROWS, more: Fields = {}) =>
  toForm("file", buildXlsx({ rows: [HEAD, ...rows] }), "分配表.xlsx", {
    campaign: "2026",
    kind: "suggestion",
    acceptCount: "true",
    ...more,
  });

export function fileCases(home: () => Home): void {
  const office = () => clientOf(home(), home().people.office);
  const send = async (path: string, body: FormData, key: string) =>
    await office()(path, { method: "POST", headers: { "Idempotency-Key": key }, body });

  describe("office files", () => {
    it("a workbook is tried, written, and then nothing new", async () => {
      const tried = await send("/api/imports/allocation", table(ROWS, { dryRun: "true" }), "try");
      expect([tried.status, tried.json.written, tried.json.accepted]).toEqual([200, false, 2]);
      const written = await send("/api/imports/allocation", table(ROWS), "write");
      expect([written.status, written.json.written]).toEqual([200, true]);
      const again = await send("/api/imports/allocation", table(ROWS), "again");
      expect(again.json).toMatchObject({ accepted: 0, unchanged: 2 });
    });

    it("one wrong row stops all; what is no workbook is refused", async () => {
      const wrong = await send("/api/imports/allocation", table([[43, "关于某事的建议", "卢子", "没有的局"]]), "wrong");
      expect([wrong.status, wrong.json.code]).toEqual([422, "rows_rejected"]);
      const fields = { campaign: "2026", kind: "suggestion" };
      const text = toForm("file", new TextEncoder().encode("编号"), "分配表.xlsx", fields);
      expect((await send("/api/imports/allocation", text, "text")).status).toBe(422);
    });

    it("a letter in Word is read and judged alike", async () => {
      const name = "05_建议_65号.docx";
      const bytes = await readFile(new URL(`../../fixtures/replies/${name}`, import.meta.url));
      const answer = await send("/api/imports/replies", toForm("files", bytes, name, { campaign: "2026" }), "letter");
      expect(answer.status).toBe(200);
      const [{ findings, verdict }] = answer.json.files;
      expectAgreed("letter", { findings, verdict });
    });

    it("a letter, the ledger and the allocation go out as whole files", async () => {
      const paths = [
        "/api/exports/letters/2026-jianyi-39.zhujian",
        "/api/exports/ledger?campaign=2026",
        "/api/exports/allocation?campaign=2026&kind=suggestion",
      ];
      for (const path of paths) {
        const key = home().people.office.token;
        const answer = await home().request(path, { headers: { Authorization: `Bearer ${key}` } });
        expect(answer.status, path).toBe(200);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        expect([...bytes.subarray(0, 2)], path).toEqual([0x50, 0x4b]);
        const disposition = answer.headers.get("content-disposition")?.replaceAll(/\d{8}/g, "");
        expectAgreed(`name ${path}`, [disposition, answer.headers.get("content-type")]);
      }
    });

    it("an attachment is judged, kept, read back byte for byte, and taken out", async () => {
      const unit = clientOf(home(), home().people.jiaoti);
      const place = "/api/replies/2026-jianyi-40.jiaoti/attachments";
      const pdf = buildPdf({ pages: ["Plan of the works, twelve months"] });
      const headers = { "If-Match": '"v5"', "Idempotency-Key": "pdf" };
      const added = await unit(place, { method: "POST", headers, body: toForm("file", pdf, "方案.pdf") });
      expect([added.status, added.json.items?.[0]?.verdict]).toEqual([200, "accept"]);
      const { id } = added.json.items[0];
      const key = home().people.jiaoti.token;
      const content = await home().request(`${place}/${id}/content`, { headers: { Authorization: `Bearer ${key}` } });
      expect(Buffer.from(await content.arrayBuffer()).equals(Buffer.from(pdf))).toBe(true);
      const removed = await unit(`${place}/${id}`, { method: "DELETE", headers: { "If-Match": '"v6"' } });
      expect([removed.status, removed.json.items]).toEqual([200, []]);
    });
  });
}
