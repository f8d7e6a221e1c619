import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeTransaction } from "#db/transaction.ts";
import { replaceRules } from "#db/writes/campaign-rules.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { writeDocx } from "#exchange/write/docx/write-docx.ts";
import { toLetterPaper } from "#exchange/write/paper/letter-paper.ts";
import { setAsks } from "#services/asks/set-asks.ts";
import type { Context } from "#services/context.ts";
import { askOpinion } from "#services/opinions/ask.ts";
import { confirmDrop } from "#services/releases/confirm-drop.ts";
import { runReleases } from "#services/releases/run.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import { assignmentOf, refOf } from "#test/support/handling.ts";
import { cleanDraft } from "#test/support/letter.ts";
import type { DeskBrowser } from "./desk-browser.ts";
import { expectAccessible, openDeskBrowser } from "./desk-browser.ts";

const ID = "2026-jianyi-39.zhujian";
const JOINT = "2026-jianyi-39.jiaoti";

let t: TestApp;
let desks: DeskBrowser;
let page: Page;
let clerk: Page;
let office: Context;

beforeAll(async () => {
  t = await openTestApp();
  office = t.contextOf((await t.keyFor("office")).actor);
  const rules = { ...DEFAULT_RULES, contactRequired: true, opinionsRequired: true };
  await writeTransaction(t.db, async (tx) => await replaceRules(tx, "2026", rules));
  await setAsks(office, { id: "2026-jianyi-39", version: 1 }, { asks: ["简化审批手续", "提高补助标准"] });
  desks = await openDeskBrowser(t);
  const unit = { role: "unit", login: "wangfang", name: "王芳", unit: "zhujian" } as const;
  page = await desks.openFor(await makeClerk(t, unit));
});
afterAll(async () => {
  await desks.close();
  await t.close();
});

/** The letter that the unit wrote in Word, with a telephone number that must not go out. */
async function writeWordFile(): Promise<Buffer> {
  const { letter } = cleanDraft(ID, "B");
  const [first, ...rest] = letter.body.content;
  const told = {
    type: "paragraph" as const,
    content: [{ type: "text" as const, text: "业主可致电13800138000咨询。" }],
  };
  const body = { type: "doc" as const, content: [...(first ? [first] : []), told, ...rest] };
  const paper = toLetterPaper({ ...letter, body, disclosureMark: "可公开" }, "云川市住房和城乡建设局");
  return Buffer.from(await writeDocx(paper));
}

const needs = () => page.getByRole("region", { name: "报送前检查" });

test("a joint unit signs, is asked, and gives its opinion", async () => {
  const clerk = { role: "unit", login: "zhaomin", name: "赵敏", unit: "jiaoti" } as const;
  const joint = await desks.openFor(await makeClerk(t, clerk));
  await joint.goto(`${desks.server.url}/console/unit/joint`);
  await joint.getByRole("button", { name: "签收第39号" }).click();
  await askOpinion(office, await refOf(t, JOINT), {});
  await joint.getByRole("link", { name: /待提出意见/ }).click();
  await joint.getByRole("link", { name: /会办意见.*第39号/ }).click();
  await joint.getByRole("textbox", { name: "会办意见" }).fill("同意主办单位意见。");
  await expectAccessible(joint);
  await joint.getByRole("button", { name: "提交会办意见" }).click();
  await joint.getByText("会办意见已经提交市住建局。").waitFor();
  expect((await assignmentOf(t, JOINT)).state).toBe("closed");
});

test("a unit signs, contacts, takes its letter from Word, masks, maps and submits it", async () => {
  await page.goto(`${desks.server.url}/console/unit`);
  await page.getByText("共 2 件，待签收").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "签收第39号" }).click();
  await page.getByText("共 1 件，待签收").waitFor();
  await page.getByRole("link", { name: /待办理/ }).click();
  await page.getByRole("link", { name: /拟写答复.*第39号/ }).click();

  await needs().getByText("还缺 4 项").waitFor();
  expect(await page.getByLabel("标题").inputValue()).toBe("关于市四届人大五次会议第39号建议的答复");
  await expectAccessible(page);

  await page.getByLabel("方式").selectOption("meeting");
  await page.getByLabel("日期", { exact: true }).fill("2026年5月10日");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await page.getByText("2026年5月10日　应到 1 人").waitFor();

  await page.getByRole("region", { name: "会办意见" }).getByText("同意主办单位意见。").waitFor();

  await page.getByLabel("选择答复的 Word 文件").setInputFiles({
    name: "答复.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: await writeWordFile(),
  });
  await page.getByRole("button", { name: "采用，替换现在的文稿" }).click();
  const words = page.getByRole("textbox", { name: "正文" });
  await words.getByText("13800138000").waitFor();
  const checks = page.locator("#panel-findings");
  await checks.getByText("必须改正 1 处").waitFor();
  expect(await words.locator(".finding-block").textContent()).toBe("13800138000");
  await expectAccessible(page);
  await checks.getByRole("button", { name: "遮盖" }).click();
  await words.getByText("138****8000").waitFor();
  await checks.getByText("没有发现问题。").waitFor();

  await words.getByText("我单位会同有关部门").click();
  await page.getByRole("button", { name: "回答第 1 项" }).click();
  await page.getByText("还有 1 项没有回答").waitFor();
  // Typed in front of it: the map goes along with its paragraph.
  await words.getByText("你们提出的").click();
  // The editor learns of a new selection by an event of its own, a frame later.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("现分项说明。");
  await page.getByText("第4段　我单位会同有关部门").waitFor();

  await needs().getByText("各项都已齐备").waitFor();
  await page.getByRole("button", { name: /报送/ }).click();
  await page.getByText("已报送政府办公室审核。").waitFor();
  expect((await assignmentOf(t, ID)).state).toBe("submitted");
});

/** The site as readers have it, after the next release. */
async function readAfterRelease() {
  const { dataFolder, url } = desks.server;
  await runReleases(t.system, { dataFolder, origin: "https://www.example.gov.cn", base: "/huiyin", keep: 2 });
  return await (await fetch(`${url}/2026/jianyi/39/`)).text();
}

// Two releases are made: where the pages are not compiled yet, the first waits for it.
test("the office approves, finalises and publishes it, and readers find the page", { timeout: 120_000 }, async () => {
  clerk = await desks.openFor(await makeClerk(t, { role: "office", login: "liushu", name: "刘述" }));
  await clerk.goto(`${desks.server.url}/console/review`);
  await clerk.getByRole("link", { name: /审核.*第39号/ }).click();
  // One of the two asks is not answered: whoever approves is asked whether that is meant.
  clerk.once("dialog", (dialog) => void dialog.accept());
  await clerk.getByRole("button", { name: "审核通过" }).click();
  await clerk.getByText("审核已经通过").waitFor();
  await clerk.getByRole("button", { name: "定稿" }).click();
  await clerk.getByText("已经定稿。").waitFor();
  await clerk.getByRole("navigation").getByRole("link", { name: "公开" }).first().click();
  await clerk
    .getByRole("main")
    .getByRole("link", { name: /第39号/ })
    .click();
  await clerk.getByRole("button", { name: "公开", exact: true }).click();
  await clerk.getByRole("dialog").getByRole("button", { name: "公开", exact: true }).click();
  await clerk.getByText(/^已公开$/).waitFor();
  expect(await readAfterRelease()).toContain("138****8000");
});

test(
  "it is withdrawn: gone at once, and after the next release its address says what kind of withdrawal",
  { timeout: 60_000 },
  async () => {
    await clerk.getByRole("button", { name: "撤回", exact: true }).click();
    await clerk.getByRole("combobox", { name: /撤回种类/ }).click();
    await clerk.getByRole("option", { name: "并入另一件答复" }).click();
    await clerk.getByRole("textbox", { name: "并入哪一件" }).fill("第7号提案");
    await clerk.getByRole("textbox", { name: "理由" }).fill("附表有误");
    await clerk.getByRole("dialog").getByRole("button", { name: "撤回", exact: true }).click();
    await clerk.getByText("并入的一件应当另有已公开的答复").waitFor();
    await expectAccessible(clerk);
    await clerk.getByRole("combobox", { name: /撤回种类/ }).click();
    await clerk.getByRole("option", { name: "误公开，已撤回" }).click();
    await clerk.getByRole("textbox", { name: "并入哪一件" }).waitFor({ state: "detached" });
    await clerk.getByRole("dialog").getByRole("button", { name: "撤回", exact: true }).click();
    await clerk.getByText(/^已撤回$/).waitFor();
    // The server asks what is hidden twice a second.
    const readPage = async () => await (await fetch(`${desks.server.url}/2026/jianyi/39/`)).text();
    await expect.poll(readPage).not.toContain("138****8000");
    // With the one reply of the city a fifth of its pages goes: somebody has to say that this is meant.
    await expect(readAfterRelease()).rejects.toThrow("pages would become");
    await confirmDrop(office, "r000002");
    const gone = await readAfterRelease();
    expect(gone).toContain("误公开");
    expect(gone).not.toContain("138****8000");
  },
);

test("what was typed outlives a reload", async () => {
  await page.goto(`${desks.server.url}/console/unit`);
  await page.getByRole("button", { name: "签收第7号" }).click();
  await page.getByRole("link", { name: /待办理/ }).click();
  await page.getByRole("link", { name: /拟写答复.*第7号/ }).click();
  await page.getByRole("textbox", { name: "正文" }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("体育场周末开放。");
  await page.getByText("有修改还没有保存").waitFor();
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole("button", { name: "接着写" }).click();
  await page.getByText("体育场周末开放。").waitFor();
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText(/^已保存/).waitFor();
});

test("no error and nothing that the policy forbids", () => {
  expect(desks.faults).toEqual([]);
  expect(t.reports).toEqual([]);
});
