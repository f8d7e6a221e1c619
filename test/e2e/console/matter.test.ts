import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approveReply } from "#services/replies/approve.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { publishReply } from "#services/replies/publish.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import { refOf } from "#test/support/handling.ts";
import type { World } from "#test/support/world.ts";
import { makeWorld } from "#test/support/world.ts";
import type { DeskBrowser } from "./desk-browser.ts";
import { expectAccessible, openDeskBrowser } from "./desk-browser.ts";

const REDONE = "2026-jianyi-39.zhujian";

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

  // Chosen from the lists, one upon another, and taken away together; the file holds what is filtered.
  for (const [label, option] of [
    ["办理结果分类", /^B/],
    ["办理状态", "办理中"],
  ] as const) {
    await page.getByRole("combobox", { name: label, exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: option, exact: true }).click();
  }
  await page.waitForURL(/(?=.*class=B).*state=handling/);
  await page.getByText("共 1 条符合条件").waitFor();
  expect(await page.getByRole("link", { name: "导出 Excel" }).getAttribute("href")).toMatch(
    /\?state=handling&class=B$/,
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "清除全部条件" }).click();

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
    const choice = group.getByRole("radio", { name: "不满意", exact: true });
    if ((await choice.count()) > 0) await choice.check();
  }
  await phone.getByRole("textbox").first().fill("加装电梯的补助还没有兑现。");
  await phone.getByRole("radio", { name: "同意", exact: true }).check();
  await phone.getByRole("button", { name: "提交" }).click();
  await phone.getByText("已经收到").waitFor();
  await expectAccessible(phone);
  await phone.goto(link);
  await phone.getByText(/链接只能用一次/).waitFor();

  await go("matters/2026-jianyi-39?tab=feedback");
  await page.getByText(/本人在线填写.*同意公开/).waitFor();
  await page.getByText(/不满意，须.*重新答复/).waitFor();
  expect(desk.faults).toEqual([]);
});

test("the unit answers anew, and the second round goes out", async () => {
  const unit = { role: "unit", login: "zhaomin", name: "赵敏", unit: "zhujian" } as const;
  const handler = await desk.openFor(await makeClerk(world, unit, { factor: false }));
  await handler.goto(`${desk.server.url}/console/unit`);
  await handler.getByRole("link", { name: /打开答复.*第39号/ }).click();
  await handler.getByText(/代表、委员对答复不满意，须.*重新答复/).waitFor();
  await expectAccessible(handler);
  await handler.getByRole("textbox", { name: "正文" }).click();
  await handler.keyboard.press("Control+End");
  await handler.keyboard.type("补助已于六月拨付。");
  await handler.getByText("有修改还没有保存").waitFor();
  await handler.getByRole("button", { name: /报送/ }).click();
  await handler.getByText("已报送政府办公室审核。").waitFor();
  const office = world.contextOf(world.people.office2.actor);
  for (const verb of [approveReply, finaliseReply, publishReply]) await verb(office, await refOf(world, REDONE));
  await go("matters/2026-jianyi-39?tab=feedback");
  await page.getByRole("button", { name: "发出反馈表" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "发出反馈表" }).click();
  await page.getByText(/第 2 轮/).waitFor();
  await expectAccessible(page);
  expect(desk.faults).toEqual([]);
});
