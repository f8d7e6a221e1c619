import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount } from "#services/accounts/create-account.ts";
import { makeTotpCode, toTotpStep } from "#services/accounts/totp.ts";
import { findViolations } from "#test/support/axe.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { openBrowser } from "#test/support/browser.ts";
import { PASSWORD } from "#test/support/browser-session.ts";
import type { TestServer } from "#test/support/server.ts";
import { openTestServer } from "#test/support/server.ts";
import { watchFaults } from "./desk-browser.ts";

let t: TestApp;
let server: TestServer;
let browser: Browser;
let page: Page;
const faults: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  t = await openTestApp();
  server = await openTestServer(t, { base: "/huiyin" });
  browser = await openBrowser();
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await watchFaults(page, faults);
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await t.close();
});

async function expectAccessible(): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
}

test("a clerk enables the account, leaves, and comes back to the screen that was asked for", async () => {
  const clerk = { role: "office", login: "liushu", name: "刘述" } as const;
  const { activation } = await createAccount(t.system, clerk);
  await page.goto(`${server.url}/console/account`);
  await page.waitForURL(/sign-in\?next=/);
  await expectAccessible();
  // Not to be signed in is no error, and the console of the browser says nothing.
  expect(errors).toEqual([]);

  await page.getByRole("link", { name: "启用账号" }).click();
  await page.getByLabel("一次性代码").fill(activation.code);
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("设置密码").fill(PASSWORD);
  await page.getByLabel("再填写一次密码").fill(`${PASSWORD}了`);
  const secret = (await page.locator("code").textContent()) ?? "";
  const code = (steps: number) => makeTotpCode(secret, toTotpStep(t.clock.now().getTime()) + steps);
  await page.getByLabel("6 位验证码").fill(code(0));
  await page.getByRole("button", { name: "启用" }).click();
  await expect.poll(() => page.getByRole("alert").textContent()).toContain("两次填写的密码不一样");
  await expectAccessible();
  await page.getByLabel("再填写一次密码").fill(PASSWORD);
  await page.getByRole("button", { name: "启用" }).click();
  await page.getByText("它们只显示这一次").waitFor();
  await expectAccessible();
  await page.getByRole("button", { name: "已经记好" }).click();
  await page.getByRole("heading", { name: "首页", level: 1 }).waitFor();
  await expectAccessible();

  await page.getByRole("button", { name: "退出登录" }).click();
  await page.waitForURL(/sign-in/);
  await page.goto(`${server.url}/console/account`);
  await page.getByLabel("登录名").fill("liushu");
  await page.getByLabel("密码", { exact: true }).fill("不是这个密码");
  await page.getByRole("button", { name: "登录" }).click();
  await expect.poll(() => page.getByRole("alert").textContent()).toContain("密码");
  await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByLabel(/动态口令的 6 位验证码/).fill(code(1));
  await page.getByRole("button", { name: "验证" }).click();
  await page.getByRole("heading", { name: "我的账号", level: 1 }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
