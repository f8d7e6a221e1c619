import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeTransaction } from "#db/transaction.ts";
import { replaceRules } from "#db/writes/campaign-rules.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import { assignmentOf } from "#test/support/handling.ts";
import type { DeskBrowser } from "./desk-browser.ts";
import { expectAccessible, openDeskBrowser } from "./desk-browser.ts";

const ID = "2026-jianyi-40.jiaoti";

let t: TestApp;
let desks: DeskBrowser;
let writer: Page;
let signer: Page;

beforeAll(async () => {
  t = await openTestApp();
  const hands = { office: t.system, unit: t.contextOf((await t.keyFor("unit", "jiaoti")).actor) };
  await writeTransaction(t.db, async (tx) => await replaceRules(tx, "2026", { ...DEFAULT_RULES, unitSignOff: true }));
  await advanceReply(ID, "drafted", hands);
  desks = await openDeskBrowser(t);
  const unit = { role: "unit", unit: "jiaoti" } as const;
  writer = await desks.openFor(
    await makeClerk(t, { ...unit, login: "zhaomin", name: "赵敏", duty: "handler" }, { factor: false }),
  );
  signer = await desks.openFor(
    await makeClerk(t, { ...unit, login: "qianjin", name: "钱进", duty: "signer" }, { factor: false }),
  );
});
afterAll(async () => {
  await desks.close();
  await t.close();
});

async function propose(): Promise<void> {
  await writer.getByRole("button", { name: "送单位审签" }).click();
  await writer.getByText("已送本单位审签人审签。").waitFor();
}

test("one writes, another of the unit sends back, then signs and sends on", async () => {
  const address = `${desks.server.url}/console/unit/replies/${ID}`;
  await writer.goto(address);
  await propose();
  expect(await writer.getByRole("button", { name: "审签并报送" }).count()).toBe(0);
  await writer.getByText("您的职责是经办").waitFor();

  await signer.goto(address);
  await signer.getByRole("button", { name: "退回拟稿" }).click();
  await signer
    .getByRole("dialog")
    .getByLabel(/具体说明/)
    .fill("数字请核对。");
  await signer.getByRole("dialog").getByRole("button", { name: "退回拟稿" }).click();
  await signer.getByText("数字请核对。").waitFor();

  await writer.reload();
  await writer.getByText("这份答复被退回，请按下列意见修改后重新报送").waitFor();
  await expectAccessible(writer);
  await propose();
  await signer.reload();
  await signer.getByRole("button", { name: "审签并报送" }).click();
  await signer.getByText("已报送政府办公室审核。").waitFor();
  expect((await assignmentOf(t, ID)).state).toBe("submitted");
  expect(desks.faults).toEqual([]);
});
