import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#services/context.ts";
import { draftReply } from "#services/replies/draft.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import { assignmentOf, refOf } from "#test/support/handling.ts";
import { cleanDraft } from "#test/support/letter.ts";
import type { DeskBrowser } from "./desk-browser.ts";
import { expectAccessible, openDeskBrowser } from "./desk-browser.ts";

const ID = "2026-jianyi-40.jiaoti";

let t: TestApp;
let desks: DeskBrowser;
let unit: Context;
let colleague: Context;
let first: Page;
let second: Page;

beforeAll(async () => {
  t = await openTestApp();
  unit = t.contextOf((await t.keyFor("unit", "jiaoti")).actor);
  colleague = t.contextOf((await t.keyFor("office")).actor);
  await advanceReply(ID, "submitted", { unit, office: colleague });
  desks = await openDeskBrowser(t);
  first = await desks.openFor(await makeClerk(t, { role: "office", login: "liushu", name: "刘述" }));
  second = await desks.openFor(await makeClerk(t, { role: "office", login: "hanlu", name: "韩璐" }));
});
afterAll(async () => {
  await desks.close();
  await t.close();
});

const letterAt = (page: Page) => page.getByRole("article", { name: "答复全文" });

test("the office sends a letter back with reasons of the list and its own words", async () => {
  await first.goto(`${desks.server.url}/console/review`);
  await first.getByText("共 1 件，待审核").waitFor();
  await expectAccessible(first);
  await first.getByRole("link", { name: /审核.*第40号/ }).click();
  await letterAt(first).getByText("所提问题已经解决。").waitFor();
  await first.getByRole("button", { name: "列出诉求" }).click();
  await first.getByLabel("一行一项，照原文归纳").fill("增加学位\n公布进度");
  await first.getByRole("button", { name: "保存", exact: true }).click();
  await first.getByText("还有 2 项没有回答").waitFor();

  await first.getByRole("button", { name: "退回重办" }).click();
  const dialog = first.getByRole("dialog");
  await dialog.getByText("答非所问，没有逐条回应").click();
  await dialog.getByLabel(/具体说明/).fill("请补充完成时限。");
  await expectAccessible(first);
  await dialog.getByRole("button", { name: "退回重办" }).click();
  await first.getByText("已经退回承办单位。").waitFor();
  expect((await assignmentOf(t, ID)).state).toBe("handling");
});

test("the unit reads why, mends it and sends it on; what it changed stands beside the letter", async () => {
  const handler = { role: "unit", login: "zhaomin", name: "赵敏", unit: "jiaoti" } as const;
  const writer = await desks.openFor(await makeClerk(t, handler, { factor: false }));
  await writer.goto(`${desks.server.url}/console/unit`);
  await writer.getByRole("link", { name: /拟稿和退回/ }).click();
  await writer.getByRole("link", { name: /修改答复.*第40号/ }).click();
  const told = writer.getByRole("region", { name: "退回意见" });
  await told.getByText("答非所问，没有逐条回应").waitFor();
  await told.getByText("请补充完成时限。").waitFor();
  const last = writer.getByRole("textbox", { name: "正文" }).getByText("所提问题已经解决。");
  await last.click();
  await writer.getByRole("button", { name: "回答第 1 项" }).click();
  await last.click();
  await writer.keyboard.press("Control+End");
  await writer.keyboard.type("八月底前完工。");
  await writer.getByText("还有 1 项没有回答").waitFor();
  await expectAccessible(writer);
  await writer.getByRole("button", { name: /报送/ }).click();
  await writer.getByText("已报送政府办公室审核。").waitFor();
  await first.reload();
  const changes = first.getByRole("region", { name: "修改对照" }).first();
  await changes.getByText("八月底前完工").waitFor();
  await first.getByText("还有 1 项没有回答").waitFor();
  await expectAccessible(first);
});

test("two who mend at once keep both their words", async () => {
  await first.getByRole("button", { name: "校改" }).click();
  await first.getByLabel("抄送").fill("市人大常委会代表工委");
  const { body } = (await assignmentLetter()).letter;
  const draft = cleanDraft(ID);
  const letter = { ...draft.letter, body, docNumber: "云建议字〔2026〕41号", copyTo: "市政府督查室" };
  await draftReply(colleague, await refOf(t, ID), { ...draft, letter });
  await first.getByRole("button", { name: "保存", exact: true }).click();
  const dialog = first.getByRole("dialog");
  await dialog.getByText("市政府督查室").waitFor();
  expect(await dialog.getByRole("heading", { level: 3 }).allTextContents()).toEqual(["抄送"]);
  await expectAccessible(first);
  await dialog.getByRole("button", { name: "全部用我的" }).click();
  await dialog.getByRole("button", { name: "按选定的内容保存" }).click();
  await first.getByText(/^已保存/).waitFor();
  const saved = (await assignmentLetter()).letter;
  expect(saved).toMatchObject({ copyTo: "市人大常委会代表工委", docNumber: "云建议字〔2026〕41号" });
  await first.getByRole("button", { name: "结束校改" }).click();
  await first.getByText("修改过文稿的同志不能审核或公开这份答复").waitFor();
});

async function assignmentLetter() {
  const { edition } = await getReply(t.db, colleague.actor, ID);
  if (!edition) throw new Error("no letter");
  return { letter: edition };
}

test("another person approves and finalises it by keyboard, and prints the letter alone", async () => {
  await second.goto(`${desks.server.url}/console/review/replies/${ID}`);
  second.once("dialog", (dialog) => void dialog.accept());
  await second.getByRole("button", { name: "审核通过" }).focus();
  await second.keyboard.press("Enter");
  await second.getByText("审核已经通过").waitFor();
  await second.getByRole("button", { name: "定稿" }).focus();
  await second.keyboard.press("Enter");
  await second.getByText("已经定稿。").waitFor();
  await expectAccessible(second);
  await second.emulateMedia({ media: "print" });
  expect(await second.getByRole("banner").isVisible()).toBe(false);
  expect(await letterAt(second).isVisible()).toBe(true);
  expect((await assignmentOf(t, ID)).state).toBe("replied");
});

test("no error and nothing that the policy forbids", () => {
  expect(desks.faults).toEqual([]);
  expect(t.reports).toEqual([]);
});
