import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestApp } from "#test/support/app.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import { fixture, openImportOffice } from "#test/support/import-office.ts";
import { pressOn, tabTo } from "./by-keyboard.ts";
import type { DeskBrowser } from "./desk-browser.ts";
import { expectAccessible, openDeskBrowser } from "./desk-browser.ts";

let t: TestApp;
let desks: DeskBrowser;
let page: Page;
let handler: Page;
/** Leads a matter of each table. */
const UNIT = "u02";

beforeAll(async () => {
  t = await openImportOffice();
  desks = await openDeskBrowser(t);
  page = await desks.openFor(await makeClerk(t, { role: "office", login: "liushu", name: "刘述" }));
});
afterAll(async () => {
  await desks.close();
  await t.close();
});

const input = () => page.locator("input[type=file]").first();
const count = async (path: string) => {
  const { token } = await t.keyFor("office");
  const response = await t.app.request(path, { headers: { Authorization: `Bearer ${token}` } });
  return ((await response.json()) as { total: number }).total;
};

test("a table whose rows are wrong is shown row by row, and nothing of it is written", async () => {
  await page.goto(`${desks.server.url}/console/import`);
  const bytes = await readFile(fixture("allocation/人大代表建议办理分配表.csv"));
  const csv = new TextDecoder("gb18030").decode(bytes).replaceAll("市公安局", "市公安某局");
  await input().setInputFiles({ name: "分配表.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByText("一、核对读法：分配表.csv").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "核对内容" }).click();
  await page.getByText(/处要改正，改正前一行也不会写入/).waitFor();
  const rows = page.getByRole("group", { name: "要改正的行" });
  await rows
    .getByText(/单位“市公安某局”不在单位名录中/)
    .first()
    .waitFor();
  expect(await rows.getByText("主办单位").count()).toBeGreaterThan(0);
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载问题清单（Excel）" }).click();
  expect((await download).suggestedFilename()).toBe("问题清单（分配表.csv）.xlsx");
  expect(await page.getByRole("button", { name: /^导入：/ }).count()).toBe(0);
  expect(await count("/api/motions")).toBe(0);
});

test("a column may be read as something else, and the table goes in whole", async () => {
  await input().setInputFiles(fileURLToPath(fixture("allocation/人大代表建议办理分配表.xlsx")));
  await page.getByText("一、核对读法：人大代表建议办理分配表.xlsx").waitFor();
  await page.getByLabel(/“内容分类”读作/).selectOption("");
  await page.getByText("本次选择").first().waitFor();
  await page.getByRole("button", { name: "核对内容" }).click();
  await page.getByText("126 件（表头注明 126 件，交办通知载明 126 件）").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "导入：新增 126 件，改动 0 件" }).click();
  await page.getByText("已导入：新增 126 件").waitFor();
  expect(await count("/api/motions")).toBe(126);
  await expectAccessible(page);
  const unit = { role: "unit", login: "wangfang", name: "王芳", unit: UNIT } as const;
  handler = await desks.openFor(await makeClerk(t, unit, { factor: false }));
  await handler.goto(`${desks.server.url}/console/unit`);
  const sign = handler.getByRole("button", { name: /^签收/ }).first();
  const what = (await sign.textContent()) ?? "";
  await sign.click();
  await expect.poll(() => count(`/api/assignments?unit=${UNIT}&state=signed`), { message: what }).toBe(1);
  await page.getByRole("button", { name: "重新核对" }).click();
  await page.getByText("表中内容与已登记的完全相同，无需导入。").waitFor();
  await page.getByRole("tab", { name: "往年档案" }).click();
  await page.getByText("只导入已经结束的年度").waitFor();
  await expectAccessible(page);
});

test("by keyboard alone: a table is handed out, and its unit signs", async () => {
  await page.goto(`${desks.server.url}/console/`);
  await pressOn(page, page.getByRole("link", { name: "导入", exact: true }));
  await page.getByRole("heading", { level: 1, name: "导入" }).waitFor();
  await tabTo(page, page.getByRole("radio", { name: "人大代表建议" }));
  await page.keyboard.press("ArrowRight");
  const chooser = page.waitForEvent("filechooser");
  await pressOn(page, page.locator("button", { hasText: "选择分配表" }));
  await (await chooser).setFiles(fileURLToPath(fixture("allocation/政协提案办理分配表.xlsx")));
  await pressOn(page, page.getByRole("button", { name: "核对内容" }));
  await pressOn(page, page.getByRole("button", { name: "导入：新增 148 件，改动 0 件" }));
  await pressOn(page, page.getByRole("link", { name: "在台账中查看" }));
  await page.getByText("条符合条件").waitFor();
  await tabTo(page, page.locator('[data-row="0"]'));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByText("待签收").first().waitFor();

  await handler.goto(`${desks.server.url}/console/`);
  await pressOn(handler, handler.getByRole("navigation").getByRole("link", { name: "本单位办理" }));
  await pressOn(handler, handler.getByRole("button", { name: /^签收/ }).first());
  await expect.poll(() => count(`/api/assignments?unit=${UNIT}&state=signed`)).toBe(2);
});

test("no error and nothing that the policy forbids", () => {
  expect(desks.faults).toEqual([]);
  expect(t.reports).toEqual([]);
});
