import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ReceiptList } from "#domain/seal/receipt.ts";
import { runReleases } from "#services/releases/run.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

const MOTION = "2026-tian-7";
let t: TestApp;
let dataFolder: string;
beforeAll(async () => {
  t = await openTestApp();
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-several-"));
});
afterAll(async () => {
  await t.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const read = async (path: string) => await readFile(join(dataFolder, "releases/current/site", path), "utf8");

it("a letter that is withdrawn while another to the same matter stays leaves a trace wherever a withdrawal does", async () => {
  const office = t.contextOf((await t.keyFor("office")).actor);
  for (const unit of ["zhujian", "jiaoti"]) {
    const hands = { unit: t.contextOf((await t.keyFor("unit", unit)).actor), office };
    await advanceReply(`${MOTION}.${unit}`, "published", hands);
  }
  const id = `${MOTION}.jiaoti`;
  const { assignment } = await getReply(t.db, office.actor, id);
  await withdrawReply(office, { id, version: assignment.version }, { kind: "legal", reason: "内部的话" });
  await runReleases(t.system, { dataFolder, origin: "", base: "", keep: 2 });
  const { receipts } = JSON.parse(await read(".well-known/huiyin-receipts.json")) as ReceiptList;
  const path = `/${MOTION.replaceAll("-", "/")}/`;
  expect(receipts).toMatchObject([{ kind: "reply_withdrawal", path, reason: "依法不再公开" }]);
  const unit = receipts[0]?.unit ?? "";
  for (const file of [`${path}index.html`, "changes/index.html", "data/changes.csv"])
    expect(await read(file)).toMatch(new RegExp(`${unit}.*依法不再公开`, "s"));
  const deletions = await read("feeds/deletions.xml");
  expect(deletions).toContain(`撤回：${unit}对`);
  // The page of the matter is not gone.
  expect(deletions).not.toContain("deleted-entry");
  expect(await read(`${path}index.json`)).not.toContain("内部的话");
});
