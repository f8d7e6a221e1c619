import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSearchHarness, BASE, type SearchHarness } from "./search-harness.ts";
import { makeSearchRecords } from "./search-records.ts";
import { findViolations } from "#test/support/axe.ts";
import { enterState } from "#test/support/reader-state.ts";

const records = makeSearchRecords(60);
let on: SearchHarness;

beforeAll(async () => {
  on = await openSearchHarness(records);
});
afterAll(async () => {
  await on.close();
});

describe("the page", () => {
  it("narrows by facets whose counts come true, and the address says so", async () => {
    await on.open("?q=的");
    const all = await on.foundPaths();
    const box = on.page.locator("#search-facets label", { hasText: "2024年" });
    const count = Number(/\d+(?= 条)/u.exec((await box.textContent()) ?? "")?.[0]);
    await box.locator("input").check();
    await on.page.waitForURL(/year=2024/u);
    await on.page.waitForFunction(
      (n) => document.querySelector("#search-status")?.textContent?.includes(`找到 ${n} 条`),
      count,
    );
    expect(await on.foundPaths()).toEqual(
      all.filter((path) => records.find((record) => record.path === path)?.year === 2024),
    );
    expect(await on.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("2024");
    const unit = on.page.locator("#search-facets input[name=unit]").first();
    const name = await unit.getAttribute("value");
    await unit.check();
    await on.page.waitForURL(/unit=/u);
    await on.settle();
    const narrowed = all.filter((path) =>
      records.some((record) => record.path === path && record.year === 2024 && record.units.includes(name ?? "")),
    );
    expect(await on.foundPaths()).toEqual(narrowed);
  });

  it("goes back and forward, and a copied address shows the same", async () => {
    const waitFor = async (q: string): Promise<void> => {
      await on.page.waitForFunction(
        (value) => document.querySelector<HTMLInputElement>("main input[name=q]")?.value === value,
        q,
      );
      await on.settle();
    };
    await on.open("?q=停车");
    const first = await on.shownPaths();
    await on.search("托育");
    const second = await on.shownPaths();
    expect(second).not.toEqual(first);
    await on.page.goBack();
    await waitFor("停车");
    await expect.poll(async () => await on.shownPaths()).toEqual(first);
    await on.page.goForward();
    await waitFor("托育");
    await expect.poll(async () => await on.shownPaths()).toEqual(second);
    await on.page.reload();
    await on.settle();
    expect(await on.shownPaths()).toEqual(second);
  });

  it("loads only the chosen year", async () => {
    const loaded: string[] = [];
    const fresh = await on.browser.newPage();
    fresh.on("request", (request) => void loaded.push(new URL(request.url()).pathname));
    await fresh.goto(`${on.url}search/?q=停车&year=2025`);
    await fresh.waitForFunction(() => document.querySelector("#search-status")?.textContent?.includes("找到"));
    const years = new Set(loaded.flatMap((path) => /\/search-index\/(\d+)\//u.exec(path)?.[1] ?? []));
    expect([...years]).toEqual(["2025"]);
    await fresh.close();
  });

  it("announces the count and says what to do when nothing is found", async () => {
    await on.open("?q=没有这样的话&kind=proposal");
    const status = on.page.locator("#search-status");
    expect(await status.getAttribute("role")).toBe("status");
    expect(await status.textContent()).toBe("没有找到含有“没有这样的话”的内容。");
    const advice = on.page.locator("#search-messages");
    expect(await advice.innerText()).toContain("去掉筛选条件");
    expect(await advice.locator(`a[href="${BASE}replies/"]`).count()).toBe(1);
    await on.search("，");
    expect(await advice.innerText()).toContain("只有标点无法搜索");
  });

  it("works by keyboard alone", async () => {
    await on.open("");
    expect(await on.page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("q");
    await on.page.keyboard.type("停车");
    await on.page.keyboard.press("Enter");
    await on.settle();
    for (let step = 0; step < 60; step++) {
      await on.page.keyboard.press("Tab");
      if (await on.page.evaluate(() => document.activeElement?.matches("#search-facets input[name=kind]"))) break;
    }
    await on.page.keyboard.press("Space");
    await on.page.waitForURL(/kind=/u);
    for (let step = 0; step < 60; step++) {
      await on.page.keyboard.press("Tab");
      if (await on.page.evaluate(() => document.activeElement?.matches("#search-results a"))) break;
    }
    expect(await on.page.evaluate(() => document.activeElement?.matches("#search-results a.t1"))).toBe(true);
  });

  it("says what happened when the index can not be had", async () => {
    await on.page.route("**/search-index/**", (route) => route.abort());
    await on.open("?q=停车");
    expect(await on.page.locator("#search-status").textContent()).toContain("没有取到搜索索引");
    await on.page.unroute("**/search-index/**");
    await on.search("停车 ");
    expect(await on.page.locator("#search-results a.t1").count()).toBeGreaterThan(0);
  });

  it("points to the browse pages without scripts", async () => {
    const context = await on.browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${on.url}search/`);
    expect(await plain.locator(`main a[href="${BASE}replies/"]`).first().isVisible()).toBe(true);
    await context.close();
  });

  it.each([
    ["light", 1280],
    ["dark", 390],
  ] as const)("has no barrier axe knows of, in %s at %i px", { timeout: 90_000 }, async (colorScheme, width) => {
    const context = await on.browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const fresh = await context.newPage();
    for (const query of ["", "?q=的&page=2", "?q=加装电椅", "?q=szjj"]) {
      await fresh.goto(`${on.url}search/${query}`);
      if (query !== "")
        await fresh.waitForFunction(() => document.querySelector("#search-status")?.textContent?.includes("找到"));
      await fresh.locator("details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
      expect(await findViolations(fresh, "portal")).toEqual([]);
      expect(await fresh.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await enterState(fresh, { name: "长者版", elder: true, colorScheme, width, opened: true });
      expect(await findViolations(fresh, "styles")).toEqual([]);
      expect(await fresh.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await context.close();
  });

  it.each([360, 1280])("has targets of 44 px at %i px, and boxes of 24 px within them", async (width) => {
    const context = await on.browser.newContext({ viewport: { width, height: 800 } });
    const fresh = await context.newPage();
    for (const query of ["?q=停车", "?q=没有这样的话&kind=proposal"]) {
      await fresh.goto(`${on.url}search/${query}`);
      await fresh.waitForFunction(() => document.querySelector("#search-status")?.textContent?.includes("找到"));
      await fresh.locator("details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
      const small = await fresh.evaluate(() =>
        [...document.querySelectorAll("a, button, label, summary, input")]
          .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== "inline")
          .filter((element) => {
            const { width: across, height } = element.getBoundingClientRect();
            return Math.min(across, height) < (element.matches("label input") ? 24 : 43.9);
          })
          .map((element) => element.outerHTML.slice(0, 100)),
      );
      expect(small).toEqual([]);
    }
    await context.close();
  });

  it("stays silent: no error under the content security policy", async () => {
    on.complaints.length = 0;
    await on.open("?q=停车");
    await on.search("66.67%");
    expect(on.complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
  });
});
