import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCampaign } from "#services/campaigns/read-campaign.ts";
import { readSite } from "#services/settings/read-site.ts";
import { changeSite } from "#services/settings/change-site.ts";
import type { Context } from "#services/context.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import type { DeskBrowser } from "./desk-browser.ts";
import { expectAccessible, openDeskBrowser } from "./desk-browser.ts";

let t: TestApp;
let desks: DeskBrowser;
let colleague: Context;
let page: Page;

beforeAll(async () => {
  t = await openTestApp();
  colleague = t.contextOf((await t.keyFor("office")).actor);
  desks = await openDeskBrowser(t);
  page = await desks.openFor(await makeClerk(t, { role: "office", login: "liushu", name: "刘述" }));
  page.on("dialog", (dialog) => void dialog.accept());
});
afterAll(async () => {
  await desks.close();
  await t.close();
});

/** By keyboard, as a clerk may. */
async function choose(label: string, option: RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: option }).first().click();
}
async function fillDay(label: string, day: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(day);
  await page.keyboard.press("Enter");
}

test("a year is set up from a place's rules, with what runs past the law said before", async () => {
  await page.goto(`${desks.server.url}/console/campaigns/new`);
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByText("请选择建议的分类口径。").waitFor();
  await page.getByRole("spinbutton", { name: "年份" }).fill("2027");
  await page.keyboard.press("Enter");
  await page.getByText("政协提案").click();
  await choose("建议：分类口径", /A、B、C 三类/);
  await fillDay("建议：交办日期", "2027年3月10日");
  await expectAccessible(page);
  await page.reload();
  await page.getByRole("button", { name: "下一步" }).click();
  await choose("期限预设", /青岛/);
  await page.getByText(/出处：《青岛市/).waitFor();
  await fillDay("校稿定稿", "2027年9月30日");
  await expectAccessible(page);
});

test("and what was checked is set up", async () => {
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByText(/已超过法定最长的六个月/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "建立年度" }).click();
  await page.getByRole("heading", { level: 1, name: "2027 年建议提案办理" }).waitFor();
  await expectAccessible(page);
});

test("its classes are worded as the place words them, and its names made public", async () => {
  await page.getByRole("tab", { name: "分类口径" }).click();
  await page.getByLabel("第 2 类：名称").fill("三年内办成");
  await page.getByRole("button", { name: "保存口径" }).click();
  await page
    .getByText(/请改写本年度通知或者制度的名称、文号/)
    .first()
    .waitFor();
  await page.getByLabel("出处").fill("云政办〔2027〕3号");
  await page.getByLabel("口径名称").fill("本市三类");
  await expectAccessible(page);
  await page.getByRole("button", { name: "保存口径" }).click();
  await page.getByText("已保存。").waitFor();
  await page.getByText("本市三类（云政办〔2027〕3号）").first().waitFor();
  await page.getByRole("button", { name: "公开姓名" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "公开姓名" }).click();
  await page.getByRole("button", { name: "不公开姓名" }).waitFor();
  const { campaign } = await readCampaign(colleague, "2027");
  expect(campaign).toMatchObject({ namesPublic: true, kinds: [{ schemeId: expect.stringMatching(/^own-/) }] });
  await expectAccessible(page);
});

test("two who change the identity of the site both keep their words", async () => {
  await page.goto(`${desks.server.url}/console/settings`);
  const name = page.getByLabel("网站名称");
  await name.fill("云川办理公开");
  await page.getByLabel("承办单位").fill("建议提案办理科");
  await page.getByText("有修改没有保存").waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.getByText("有修改没有保存").waitFor();
  const { settings, version } = await readSite(colleague);
  await changeSite(colleague, version, { ...settings, siteName: "云川回音", contactPhone: "0890-6200001" });
  await page.getByRole("button", { name: "保存", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("云川回音").waitFor();
  expect(await dialog.getByRole("heading", { level: 3 }).allTextContents()).toEqual(["网站名称"]);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "全部用我的" }).click();
  await dialog.getByRole("button", { name: "按选定的内容保存" }).click();
  await page.getByText("已保存。").waitFor();
  expect((await readSite(colleague)).settings).toMatchObject({
    siteName: "云川办理公开",
    operator: "建议提案办理科",
    contactPhone: "0890-6200001",
  });
});

test.each([
  ["campaigns/2026?tab=rules", "答复由单位负责人审签"],
  ["settings?tab=schemes", "计入已解决"],
  ["settings?tab=reasons", "答非所问"],
  ["settings?tab=calendar", "个工作日"],
  ["people?tab=units", "曾用名"],
  ["statistics?year=2026", "承办情况"],
  ["statistics?year=2026&tab=units", "各项口径"],
  ["documents", "还没有文件"],
])("%s opens", async (path, words) => {
  await page.goto(`${desks.server.url}/console/${path}`);
  await page.getByRole("main").getByText(words).first().waitFor();
  await expectAccessible(page);
});

test("the audit is verified from the desk", async () => {
  await page.goto(`${desks.server.url}/console/audit`);
  await page.getByRole("button", { name: "核对全部记录" }).click();
  await page.getByText(/^记录完好/).waitFor();
  await page.getByRole("button", { name: "账号：建立" }).first().click();
  await page.getByText("共 1 条").waitFor();
  await expectAccessible(page);
});

test("no error and nothing that the policy forbids", () => {
  expect(desks.faults).toEqual([]);
  expect(t.reports).toEqual([]);
});
