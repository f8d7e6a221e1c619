import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clerk } from "#test/support/browser-session.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import type { World } from "#test/support/world.ts";
import { makeWorld } from "#test/support/world.ts";
import type { DeskBrowser } from "./desk-browser.ts";
import { expectAccessible, openDeskBrowser } from "./desk-browser.ts";

let world: World;
let desk: DeskBrowser;
let clerk: Clerk;
let page: Page;

beforeAll(async () => {
  world = await makeWorld();
  desk = await openDeskBrowser(world);
  clerk = await makeClerk(world, { role: "office", login: "liushu", name: "刘述" });
  page = await desk.openFor(clerk);
});
afterAll(async () => {
  await desk.close();
  await world.close();
});

const go = async (path: string) => void (await page.goto(`${desk.server.url}/console/${path}`));

test("the ledger finds, keeps the view, reminds and leads to the matter", async () => {
  await go("ledger");
  await page.getByText(/共 \d+ 条/).waitFor();
  await expectAccessible(page);
  expect(await page.getByRole("link", { name: "导出 Excel" }).getAttribute("href")).toBe("/huiyin/api/exports/ledger");

  await page.getByLabel("标题或编号中的文字").fill("幼儿园");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  await page.getByText(/条符合条件/).waitFor();
  await page.getByRole("button", { name: "我的视图" }).click();
  await page.getByLabel("视图名称").fill("学位");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("button", { name: "学位", exact: true }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page
    .getByRole("checkbox", { name: /^选择 第40号/ })
    .first()
    .click();
  await page.getByRole("button", { name: "催办", exact: true }).click();
  await page.getByText("将发出以下内容").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "发出 1 项" }).click();
  await page.getByText("已完成：1 / 1 项").waitFor();
  await page.getByRole("button", { name: "完成" }).click();

  await page
    .getByRole("row", { name: /第40号/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /幼儿园/ }).waitFor();
  expect(desk.faults).toEqual([]);
});

test("every side of one matter, with why a letter came back", async () => {
  await go("matters/2026-jianyi-40");
  await page.getByText("签收").first().waitFor();
  for (const tab of ["承办单位", "答复", "会办意见", "反馈", "续办和承诺", "办理经过"]) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await page.waitForLoadState("networkidle");
    await expectAccessible(page);
  }
  await page.getByRole("tab", { name: "答复", exact: true }).click();
  await page.getByText(/第 1 稿退回.*请补充完成时限/).waitFor();
  expect(desk.faults).toEqual([]);
});

test("the office sends out a form, and the deputy answers it once on a telephone", async () => {
  await go("matters/2026-jianyi-39?tab=feedback");
  await page.getByRole("button", { name: "发出反馈表" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "发出反馈表" }).click();
  await page.getByText("等候反馈").waitFor();
  await page.getByRole("button", { name: "生成一次性链接" }).click();
  const link = await page.getByLabel("一次性链接").inputValue();
  await expectAccessible(page);

  // The link opens without anybody signed in.
  const phone = await desk.openFor({ ...clerk, cookie: () => "none=none" }, { width: 360, height: 740 });
  await phone.goto(link);
  await phone.getByRole("heading", { name: "办理情况反馈表" }).waitFor();
  await expectAccessible(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await phone.getByRole("button", { name: "提交" }).click();
  await expect.poll(() => phone.getByRole("alert").last().textContent()).toContain("请选择");
  for (const group of await phone.getByRole("group").all()) {
    const choice = group.getByRole("radio", { name: "满意", exact: true });
    if ((await choice.count()) > 0) await choice.check();
  }
  await phone.getByRole("radio", { name: "同意", exact: true }).check();
  await phone.getByRole("button", { name: "提交" }).click();
  await phone.getByText("已经收到").waitFor();
  await expectAccessible(phone);
  await phone.goto(link);
  await phone.getByText(/链接只能用一次/).waitFor();

  await go("matters/2026-jianyi-39?tab=feedback");
  await page.getByText(/本人在线填写.*同意公开/).waitFor();
  expect(desk.faults).toEqual([]);
});
