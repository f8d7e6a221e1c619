import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import type { World } from "#test/support/world.ts";
import { makeWorld } from "#test/support/world.ts";
import { assignmentOf } from "#test/support/handling.ts";
import type { DeskBrowser } from "./desk-browser.ts";
import { expectAccessible, openDeskBrowser } from "./desk-browser.ts";

const ID = "2026-tian-7.jiaoti";
let world: World;
let desk: DeskBrowser;
let clerk: Clerk;
let page: Page;

beforeAll(async () => {
  world = await makeWorld();
  const { jiaoti, office: other } = world.people;
  await advanceReply(ID, "final", { unit: world.contextOf(jiaoti.actor), office: world.contextOf(other.actor) });
  desk = await openDeskBrowser(world);
  clerk = await makeClerk(world, { role: "office", login: "liushu", name: "刘述" });
  page = await desk.openFor(clerk);
});
afterAll(async () => {
  await desk.close();
  await world.close();
});

const go = async (path: string) => void (await page.goto(`${desk.server.url}/console/${path}`));

test("what readers will see is looked at, published, and withdrawn with its kind", async () => {
  await go("publish");
  await page.getByText("共 1 份已定稿").waitFor();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: /第7号/ }).click();
  await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
  await page.getByText("需要通读全部数据").waitFor();
  // Nothing runs in the frame, so nothing can look at it from within either.
  await page.evaluate(() => document.querySelector("iframe")?.remove());
  await expectAccessible(page);

  await page.getByRole("button", { name: "公开", exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "公开", exact: true }).click();
  await page.getByText(/^已公开$/).waitFor();
  await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => document.querySelector("iframe")?.remove());
  expect((await assignmentOf(world, ID)).state).toBe("replied");
  await page.getByRole("button", { name: "撤回", exact: true }).click();
  await page.getByRole("combobox", { name: /撤回种类/ }).click();
  await page.getByRole("option", { name: "误公开，已撤回" }).click();
  await page.getByRole("option", { name: "误公开，已撤回" }).waitFor({ state: "hidden" });
  await page.getByRole("textbox", { name: "理由" }).fill("附表有误");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "撤回", exact: true }).click();
  await page.getByText(/^已撤回$/).waitFor();
  expect(desk.faults).toEqual([]);
});

test.each([
  ["publish?tab=review-again", "不公开的答复应当定期复查"],
  ["publish?tab=emergencies", "没有紧急公开的答复"],
  ["publish?tab=releases", "重新发布网站"],
  ["follow-ups", "续办续复"],
  ["follow-ups/2026-jianyi-39.zhujian", "承诺事项"],
  ["commitments", "还没有登记承诺事项"],
  ["deadlines", "已超期"],
  ["deadlines?tab=calendar", "下个月"],
  ["deadlines?tab=rules", "法定期限"],
  ["deadlines?tab=reminders", "还没有催办过"],
  ["", "最近到期"],
])("%s is whole and accessible", async (path, words) => {
  await go(path);
  await page.getByRole("main").getByText(words).first().waitFor();
  await page.waitForLoadState("networkidle");
  await expectAccessible(page);
  expect(desk.faults).toEqual([]);
});
