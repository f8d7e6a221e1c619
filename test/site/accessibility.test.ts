import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, serveFolder, type ServedFolder } from "#test/support/browser.ts";
import { findFaults } from "./support/find-faults.ts";
import { buildRenderer, renderPages, writePages } from "./support/render-samples.ts";
import { SITE } from "./support/sample-frame.ts";
import { SAMPLE_PAGES } from "./support/sample-views.ts";

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";
let served: ServedFolder;
let browser: Browser;
let out: string;

beforeAll(async () => {
  const renderer = await buildRenderer("/", "accessible");
  out = await mkdtemp(join(tmpdir(), "huiyin-site-"));
  await writePages(renderer, await renderPages(renderer, SITE, SAMPLE_PAGES), out);
  served = await serveFolder(out, { headers: { "content-security-policy": CSP } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (out) await rm(out, { recursive: true, force: true });
});

const addressOf = (path: string): string => `${served.url}${path.slice(1)}`;

async function withPage<T>(options: Parameters<Browser["newContext"]>[0], use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

const FIRST_OF_KIND = new Map(SAMPLE_PAGES.toReversed().map(({ path, view }) => [view.page, path]));

describe("axe, 7:1, targets of 44 px, the width of the window and the policy are kept by", () => {
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    page = await browser.newPage();
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => request.url().startsWith(served.url) || complaints.push(request.url()));
  });
  afterAll(async () => await page.close());

  it.each(SAMPLE_PAGES)("$path", async ({ path, view }) => {
    complaints.length = 0;
    await page.goto(addressOf(path));
    const faults = await findFaults(page, FIRST_OF_KIND.get(view.page) === path);
    expect([...complaints, ...faults]).toEqual([]);
  });
});

describe("长者版", () => {
  const rootSize = (page: Page) => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));

  it("is remembered from page to page, and can be left", async () => {
    await withPage({}, async (page) => {
      await page.goto(addressOf("/"));
      const plain = await rootSize(page);
      await page.getByLabel("长者版").check();
      expect(await rootSize(page)).toBeGreaterThanOrEqual(24);
      await page.goto(addressOf("/about/"));
      expect(await page.getByLabel("长者版").isChecked()).toBe(true);
      expect(await rootSize(page)).toBeGreaterThanOrEqual(24);
      await page.getByLabel("长者版").uncheck();
      expect(await rootSize(page)).toBe(plain);
    });
  });

  it("works on the page itself without any script", async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(addressOf("/2026/jianyi/39/"));
      await page.getByLabel("长者版").check();
      const size = await page.locator("body").evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
      expect(size).toBeGreaterThanOrEqual(24);
    });
  });
});

describe("on the page", () => {
  it("a citation follows the paragraph in the address, in every form", async () => {
    await withPage({}, async (page) => {
      await page.goto(`${addressOf("/2026/jianyi/39/")}#szjj-p3`);
      const cites = await page.locator(".cite").allTextContents();
      expect(cites).toHaveLength(4);
      for (const text of cites) expect(text).toContain("/2026/jianyi/39/#szjj-p3");
      await page.goto(`${addressOf("/2026/jianyi/39/")}#main`);
      for (const text of await page.locator(".cite").allTextContents()) expect(text).not.toContain("#");
    });
  });

  it("the first stop of the keyboard leads to the text", async () => {
    await withPage({}, async (page) => {
      await page.goto(addressOf("/2026/jianyi/39/"));
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    });
  });

  it("a letter has 28 to 36 characters a line on a wide screen", async () => {
    await withPage({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(addressOf("/2026/jianyi/39/"));
      const characters = await page.locator("#szjj-p3").evaluate((paragraph) => {
        const { fontSize, width } = getComputedStyle(paragraph);
        return Number.parseFloat(width) / Number.parseFloat(fontSize);
      });
      expect(characters).toBeGreaterThanOrEqual(28);
      expect(characters).toBeLessThanOrEqual(36);
    });
  });

  it("a link in a table stands on the line of the figure beside it", async () => {
    await withPage({}, async (page) => {
      for (const path of ["/data/", "/units/szjj/"]) {
        await page.goto(addressOf(path));
        const drop = await page.evaluate(() => {
          const bottomOf = (node: Node | null | undefined) => {
            const range = document.createRange();
            if (node) range.selectNodeContents(node);
            return range.getBoundingClientRect().bottom;
          };
          const row = document.querySelector("tbody tr");
          return Math.abs(bottomOf(row?.querySelector("a")) - bottomOf(row?.querySelector("td.n")));
        });
        expect(drop, path).toBeLessThan(3);
      }
    });
  });

  it("the folded part of a year opens without a script, and is printed folded or not", async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(addressOf("/2026/"));
      const last = page.locator("details a.t1").last();
      const isShown = () => last.evaluate((link) => link.checkVisibility({ contentVisibilityAuto: true }));
      expect(await isShown()).toBe(false);
      await page.emulateMedia({ media: "print" });
      expect(await isShown()).toBe(true);
      expect(await page.locator("summary").isVisible()).toBe(false);
      await page.emulateMedia({ media: "screen" });
      await page.locator("summary").click();
      expect(await isShown()).toBe(true);
    });
  });

  it("the year of a phone has the list within reach", async () => {
    await withPage({ viewport: { width: 360, height: 800 } }, async (page) => {
      await page.goto(addressOf("/2026/"));
      await page.getByRole("link", { name: /提案答复清单/ }).click();
      expect(new URL(page.url()).hash).toBe("#tian-list");
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(12_000);
    });
  });

  it("printing leaves the letter alone", async () => {
    await withPage({}, async (page) => {
      await page.goto(addressOf("/2026/jianyi/39/"));
      await page.emulateMedia({ media: "print" });
      const visible = await page.evaluate(() =>
        [".letter", ".letter .address", "header.site", "h1", ".facts", ".rail", ".late", "footer.site"].filter(
          (selector) => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0,
        ),
      );
      expect(visible).toEqual([".letter", ".letter .address"]);
    });
  });
});
