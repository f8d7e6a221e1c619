import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { richTextOf } from "#domain/reply/rich-text.ts";
import type { Answer, Client } from "#test/support/client.ts";
import { clientOf } from "#test/support/client.ts";
import { cleanDraft } from "#test/support/letter.ts";
import type { World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";
import { buildPdf } from "#test/exchange/attachment/attachment-files.ts";

const ID = "2026-jianyi-40.jiaoti";
const PLACE = `/api/replies/${ID}`;

let world: World;
let copy: World;
let unit: Client;
let office: Client;
let office2: Client;
beforeAll(async () => {
  world = await makeWorld();
  copy = await copyWorld(world);
  unit = clientOf(copy, copy.people.jiaoti);
  office = clientOf(copy, copy.people.office);
  office2 = clientOf(copy, copy.people.office2);
});
afterAll(async () => {
  await copy.close();
  await world.close();
});

let keys = 0;
async function act(who: Client, method: string, path: string, body?: unknown): Promise<Answer> {
  const etag = (await unit(`${PLACE}/check`)).headers.get("etag") ?? "";
  keys += 1;
  return await who(`${PLACE}${path}`, { method, headers: { "If-Match": etag, "Idempotency-Key": `k${keys}` }, body });
}

async function draft(words: string): Promise<void> {
  const { letter, ...rest } = cleanDraft(ID, "B");
  const body = richTextOf([
    "你们提出的《关于增加公办幼儿园学位的建议》收悉，现答复如下：",
    words,
    "所提问题已列入计划逐步解决。",
  ]);
  const answer = await act(unit, "PUT", "/draft", { ...rest, letter: { ...letter, body } });
  expect(answer.status, answer.text).toBe(200);
}

describe("from a finding that blocks to a letter that goes on", () => {
  it("asked by the unit, agreed to by the office, ended by the next edit", async () => {
    await draft("施工方服务电话13800138000已经公布。");
    expect((await act(unit, "POST", "/submit")).json.code).toBe("gate_blocked");
    const reason = "该号码为施工方对外公布的服务电话，已核对";
    const asked = await act(unit, "POST", "/overrides", {
      code: "pii_mobile",
      where: "body",
      text: "13800138000",
      reason,
    });
    expect(asked.status, asked.text).toBe(200);
    const id = String(asked.json.overrides[0].id);
    expect((await act(unit, "POST", `/overrides/${id}/decision`, { allow: true })).status).toBe(403);
    const agreed = await act(office, "POST", `/overrides/${id}/decision`, { allow: true });
    expect(agreed.json).toMatchObject({ verdict: "review", overrides: [{ allowed: true, current: true }] });
    await draft("施工方服务电话13800138000已经公布，欢迎来电。");
    const after = await unit(`${PLACE}/check`);
    expect(after.json).toMatchObject({ verdict: "block", overrides: [{ current: false }] });
  });
});

describe("an attachment over HTTP", () => {
  it("comes, is saved and never shown (T-U09, T-U11), and goes", async () => {
    await draft("学位已列入计划。");
    const form = new FormData();
    const bytes = buildPdf({ pages: ["Plan of the works, twelve months"] });
    form.set("file", new File([bytes as Uint8Array<ArrayBuffer>], "方案（定稿）'1'.pdf"));
    const added = await act(unit, "POST", "/attachments", form);
    expect(added.status, added.text).toBe(200);
    const id = String(added.json.items[0].id);
    const content = await unit(`${PLACE}/attachments/${id}/content`);
    expect(content.status).toBe(200);
    expect(content.headers.get("content-type")).toBe("application/pdf");
    const disposition = content.headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^attachment; filename="attachment\.pdf"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe("方案（定稿）'1'.pdf");
    expect(content.headers.get("x-content-type-options")).toBe("nosniff");
    expect(content.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox$/);
    expect((await clientOf(copy, copy.people.gongan)(`${PLACE}/attachments/${id}/content`)).status).toBe(404);
    expect((await clientOf(copy)(`${PLACE}/attachments/${id}/content`)).status).toBe(401);
    const gone = await act(office2, "DELETE", `/attachments/${id}`);
    expect(gone.json).toEqual({ items: [] });
    expect((await unit(`${PLACE}/attachments/${id}/content`)).status).toBe(404);
    expect(copy.reports).toEqual([]);
  });
});
