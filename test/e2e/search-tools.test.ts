import { parse } from "csv-parse/sync";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSearchHarness, BASE, type SearchHarness } from "./search-harness.ts";
import { makeSearchRecords } from "./search-records.ts";
import { findViolations } from "#test/support/axe.ts";

const records = makeSearchRecords(60);
let on: SearchHarness;

beforeAll(async () => {
  on = await openSearchHarness(records);
});
afterAll(async () => {
  await on?.close();
});

const status = () => on.page.locator("#search-status").textContent();
const waitForStatus = async (text: string) =>
  await on.page.waitForFunction((part) => document.querySelector("#search-status")?.textContent?.includes(part), text);

describe("while typing", () => {
  it("shows results without a key pressed, one step back, and leaves the box alone", async () => {
    await on.open("");
    const before = await on.page.evaluate(() => history.length);
    await on.page.keyboard.type("停车", { delay: 30 });
    await waitForStatus("找到");
    await on.page.keyboard.type("停放", { delay: 30 });
    await waitForStatus("没有找到");
    await on.page.keyboard.press("Backspace");
    await on.page.keyboard.press("Backspace");
    await waitForStatus("找到 ");
    expect(await on.page.evaluate(() => history.length)).toBe(before + 1);
    const box = on.page.locator("main input[name=q]");
    expect(await box.inputValue()).toBe("停车");
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(on.page.url()).searchParams.get("q")).toBe("停车");
  });

  it("does not move the list while the next one is awaited", async () => {
    await on.open("?q=停车");
    const top = () => on.page.locator("#search-results").evaluate((list) => list.getBoundingClientRect().top);
    const first = await top();
    await on.page.locator("main input[name=q]").fill("托育");
    await on.page.waitForURL(/%E6%89%98/u);
    await on.settle();
    expect(await top()).toBe(first);
  });
});

describe("by keyboard", () => {
  it("goes to the box with /, through the results with arrows, and back with Escape", async () => {
    await on.open("?q=停车");
    await on.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await on.page.keyboard.press("/");
    const focused = () =>
      on.page.evaluate(
        () => document.activeElement?.getAttribute("name") ?? document.activeElement?.getAttribute("href"),
      );
    expect(await focused()).toBe("q");
    const paths = await on.shownPaths();
    await on.page.keyboard.press("ArrowDown");
    await on.page.keyboard.press("ArrowDown");
    expect(await focused()).toBe(`${BASE.slice(0, -1)}${paths[1]}`);
    await on.page.keyboard.press("ArrowUp");
    await on.page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("q");
    await on.page.keyboard.press("ArrowDown");
    await on.page.keyboard.press("Escape");
    expect(await focused()).toBe("q");
    await on.page.keyboard.type("/");
    expect(await on.page.locator("main input[name=q]").inputValue()).toBe("/");
  });
});

describe("the list", () => {
  it("downloads whole as CSV, with addresses that lead to the pages", async () => {
    await on.open("?q=的");
    const paths = await on.foundPaths();
    await on.open("?q=的");
    const [download] = await Promise.all([on.page.waitForEvent("download"), on.page.click("#search-csv")]);
    expect(download.suggestedFilename()).toBe("搜索结果-的.csv");
    const rows = parse<Record<string, string>>(await readFile((await download.path()) ?? "", "utf8"), {
      columns: true,
      bom: true,
    });
    expect(rows.map((row) => row["网址"])).toEqual(
      paths.map((path) => `${new URL(on.url).origin}${BASE.slice(0, -1)}${path}`),
    );
    for (const [place, row] of rows.entries()) {
      const record = records.find(({ path }) => path === paths[place]);
      expect(row).toMatchObject({
        标题: record?.title,
        编号: record?.numberLabel,
        公开日期: record?.publishedOn,
        办理单位: record?.units.join("；"),
      });
    }
    expect(await status()).toBe(`已下载 ${rows.length} 条结果。`);
  });

  it("keeps its order in the address", async () => {
    await on.open("?q=停车");
    const first = await on.page.locator("#search-results a.t1").first().getAttribute("href");
    await on.page.selectOption("#search-sort", "oldest");
    await on.page.waitForURL(/sort=oldest/u);
    await on.page.waitForFunction(
      (link) => document.querySelector("#search-results a.t1")?.getAttribute("href") !== link,
      first,
    );
    const days = (await on.shownPaths()).map(
      (path) => records.find((record) => record.path === path)?.publishedOn ?? "",
    );
    expect(days).toEqual(days.toSorted());
    expect(await on.page.evaluate(() => document.activeElement?.id)).toBe("search-sort");
  });

  it("is told by years, each bar with its count, and a bar chooses its year", async () => {
    await on.open("?q=停车");
    const total = Number(/找到 (\d+) 条/u.exec((await status()) ?? "")?.[1]);
    const bars = on.page.locator("#search-years button");
    const counts = (await bars.allTextContents()).map((text) => Number(/，(\d+) 条/u.exec(text)?.[1]));
    expect(counts).toHaveLength(4);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
    await bars.first().click();
    await on.page.waitForURL(/year=2023/u);
    await waitForStatus(`找到 ${counts[0]} 条`);
    expect(await bars.first().getAttribute("aria-pressed")).toBe("true");
    expect(await bars.first().evaluate((bar) => bar === document.activeElement)).toBe(true);
  });

  it("names the topics of what was found", async () => {
    await on.open("?q=的");
    const links = on.page.locator("#search-related a");
    expect(await links.first().getAttribute("href")).toMatch(new RegExp(`^${BASE}topics/(?:housing|transport)/$`, "u"));
  });

  it("gives an address that shows the same", async () => {
    await on.open("?q=的&kind=suggestion&page=2");
    const href = (await on.page.locator("#search-link").getAttribute("href")) ?? "";
    expect(href).toBe("?q=%E7%9A%84&kind=suggestion");
    await on.open(href);
    expect((await on.shownPaths()).length).toBeGreaterThan(0);
  });
});

describe("help", () => {
  it("looks for words of the same meaning, says so, and lists them when asked", async () => {
    await on.open("?q=增设电梯");
    const note = on.page.locator("#search-notes");
    expect(await status()).toContain("没有找到");
    const others = records.filter((record) =>
      [record.title, record.body].some((text) => text.includes("加装电梯")),
    ).length;
    expect(await note.textContent()).toContain(`“加装电梯”${others} 条`);
    await note.getByRole("link", { name: "一并列出" }).click();
    await waitForStatus(`找到 ${others} 条`);
    expect(await on.page.locator("#search-results mark").first().textContent()).toBe("加装电梯");
    expect(new URL(on.page.url()).searchParams.get("also")).toBe("1");
  });

  it("knows units and topics by pinyin and by initials", async () => {
    for (const typed of ["szjj", "shizhujian"]) {
      await on.open(`?q=${typed}`);
      expect(await on.page.locator("#search-notes a").first().getAttribute("href")).toBe(`${BASE}units/zhujian/`);
    }
  });

  it("offers near words and says how many replies are kept back", async () => {
    await on.open("?q=家装电梯");
    const near = on.page.locator("#search-messages .chips a");
    expect(await near.first().textContent()).toMatch(/^加装电梯（\d+ 条）$/u);
    const advice = on.page.locator("#search-messages");
    expect(await advice.textContent()).toContain("另有 3 件答复不公开");
    await near.first().click();
    await waitForStatus("找到");
    expect(await on.page.locator("main input[name=q]").inputValue()).toBe("加装电梯");
  });

  it("says which years it could not ask, and shows the others", async () => {
    const fresh = await on.browser.newPage();
    await fresh.route("**/search-index/2025/**", (route) => route.fulfill({ status: 404, body: "" }));
    await fresh.goto(`${on.url}search/?q=停车`);
    await fresh.waitForFunction(() => document.querySelector("#search-status")?.textContent?.includes("找到"));
    expect(await fresh.locator("#search-notes").textContent()).toContain("2025年的索引正在更新");
    expect(await fresh.locator("#search-results a.t1").count()).toBeGreaterThan(0);
    await fresh.close();
  });
});

describe("a search that is kept", () => {
  it("is listed in this browser, marks what is new since, and is forgotten when asked", async () => {
    const context = await on.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${on.url}search/?q=停车`);
    await page.click("#search-save");
    await page.waitForFunction(() => document.querySelector("#search-status")?.textContent?.startsWith("已保存"));
    // As if the newest two had been published since.
    const fresh = await page.evaluate(() => {
      const [saved] = JSON.parse(localStorage.getItem("huiyin-saved-searches") ?? "[]") as { seen: string[] }[];
      const gone = saved?.seen.splice(0, 2);
      localStorage.setItem("huiyin-saved-searches", JSON.stringify([saved]));
      return gone ?? [];
    });
    await page.goto(`${on.url}follow-search/`);
    const told = (text: string) =>
      page.waitForFunction((part) => document.querySelector("#follow-status")?.textContent?.includes(part), text);
    await told("新公开 2 条");
    const links = await page
      .locator("#follow-list .advice a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links.toSorted()).toEqual(fresh.map((path) => `${BASE.slice(0, -1)}${path}`).toSorted());
    await page.reload();
    await told("新公开 2 条");
    expect(await findViolations(page)).toEqual([]);
    const later = await context.newPage();
    await later.goto(`${on.url}follow-search/`);
    await later.waitForFunction(() => document.querySelector("#follow-status")?.textContent?.includes("没有新公开的"));
    await later.locator("[data-drop]").click();
    expect(await later.locator("#follow-status").textContent()).toBe("还没有保存的搜索。");
    await later.goto(`${on.url}search/?q=停车`);
    await later.waitForSelector("#search-save");
    expect(await later.locator("#search-save").getAttribute("aria-pressed")).toBe("false");
    await context.close();
  });
});

it("explains itself on a page without barriers", async () => {
  const context = await on.browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${on.url}about/search/`);
  expect(await findViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await context.close();
});
