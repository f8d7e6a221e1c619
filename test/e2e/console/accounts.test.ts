import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import type { DeskBrowser } from "./desk-browser.ts";
import { expectAccessible, openDeskBrowser } from "./desk-browser.ts";

let t: TestApp;
let desks: DeskBrowser;
let admin: Clerk;
let page: Page;

beforeAll(async () => {
  t = await openTestApp();
  desks = await openDeskBrowser(t);
  admin = await makeClerk(t, { role: "admin", login: "guanli", name: "关理" });
  page = await desks.openFor(admin);
});
afterAll(async () => {
  await desks.close();
  await t.close();
});

test("an account is made; its code is shown once and opens it", async () => {
  await page.goto(`${desks.server.url}/console/accounts`);
  await page.getByText("共 1 个账号").waitFor();
  await expectAccessible(page);
  // A code of the last five minutes is asked for; the clock of this test has moved on.
  t.clock.advance(10 * 60_000);
  await page.getByRole("button", { name: "开设账号" }).click();
  const dialog = page.getByRole("dialog", { name: "开设账号" });
  await dialog.getByLabel("登录名").fill("hanlu");
  await dialog.getByLabel("姓名").fill("韩璐");
  await dialog.getByRole("combobox", { name: "承办单位" }).focus();
  await page.keyboard.type("公安");
  await page.getByRole("option", { name: "市公安局" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "开设", exact: true }).click();
  await page.getByLabel("验证码或恢复码").fill(admin.code());
  await page.getByRole("button", { name: "验证" }).click();
  const once = page.getByRole("dialog", { name: "一次性代码" });
  const code = (await once.locator("code").textContent()) ?? "";
  await once.getByText(/登录名 hanlu/).waitFor();
  await expectAccessible(page);
  await once.getByRole("button", { name: "已经记好，关闭" }).click();
  await page.getByText("共 2 个账号").waitFor();
  expect(await page.getByText(code).count()).toBe(0);
  const answer = await admin.ask("/api/session/enrolment", { method: "POST", body: { code } });
  expect(answer.json).toMatchObject({ login: "hanlu", name: "韩璐" });
});

test("an account is stopped and let in again", async () => {
  const row = page.getByRole("row", { name: /hanlu/ });
  await row.getByRole("button", { name: "停用" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "停用" }).click();
  // Its person has looked at the activation meanwhile: another version than the list holds.
  await dialog.getByText(/刚刚被别人修改过，已读入新的内容/).waitFor();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "停用" }).click();
  await row.getByText("已停用").waitFor();
  await row.getByRole("button", { name: "启用" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "启用" }).click();
  await row.getByText("待启用").waitFor();
});

test("a key is given for what was ticked, shown once, and revoked", async () => {
  await page.getByRole("tab", { name: "访问密钥" }).click();
  await page.getByRole("button", { name: "发放密钥" }).click();
  const dialog = page.getByRole("dialog", { name: "发放密钥" });
  await dialog.getByLabel("名称").fill("政务公开平台对接");
  await dialog.getByRole("button", { name: "发放", exact: true }).click();
  await dialog.getByText("请至少选择一项权限范围。").waitFor();
  await dialog.getByText("读运行指标").click();
  await dialog.getByRole("button", { name: "发放", exact: true }).click();
  const once = page.getByRole("dialog", { name: "访问密钥" });
  const token = (await once.locator("code").textContent()) ?? "";
  await expectAccessible(page);
  await once.getByRole("button", { name: "已经记好，关闭" }).click();
  const use = async () =>
    (await t.app.request("/api/metrics", { headers: { Authorization: `Bearer ${token}` } })).status;
  expect(await use()).toBe(200);
  const row = page.getByRole("row", { name: /政务公开平台对接/ });
  await row.getByRole("button", { name: "吊销" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "吊销" }).click();
  await row.getByText(/吊销$/).first().waitFor();
  expect(await use()).toBe(401);
  await expectAccessible(page);
});

test("no error and nothing that the policy forbids", () => {
  expect(desks.faults).toEqual([]);
  expect(t.reports).toEqual([]);
});
