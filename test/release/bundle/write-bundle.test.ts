import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documents } from "#db/schema/documents.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { offerBundle } from "#release/bundle/offer.ts";
import { writeBundle } from "#release/bundle/write-bundle.ts";
import { findCurrent } from "#release/folders.ts";
import { listValues } from "#test/e2e/whole-site/read-site.ts";
import { openBrowser } from "#test/support/browser.ts";
import { makeSmallCity, release, siteOf, type SmallCity } from "../support/small-city.ts";

const DAY = "2026-06-01";
let city: SmallCity;
let files: Record<string, Uint8Array>;
let browser: Browser | undefined;
const read = async (path: string) => await readFile(join(await siteOf(city.dataFolder), path)).catch(() => undefined);
const textOf = (path: string) => Buffer.from(files[path] ?? []).toString();
const bundle = async (name: string) => {
  const id = (await findCurrent(city.dataFolder)) ?? "";
  return await writeBundle(city.dataFolder, id, DAY, join(city.dataFolder, name));
};

beforeAll(async () => {
  city = await makeSmallCity(4, 2);
  const words = {
    title: "关于办理工作的通知",
    issuer: "云川市人民政府办公室",
    body: richTextOf(["请各单位按时办理。"]),
  };
  const facts = { indexNumber: "YC-1", publishedAt: "2026-05-02 09:00", attachments: [], contentHash: "0" };
  const row = { slug: "notice", kind: "notice", state: "published", editedBy: "system", ...words, ...facts } as const;
  await city.db.insert(documents).values(row);
  await release(city);
  // Beside the release, and no part of it.
  await writeFile(join(await siteOf(city.dataFolder), "stray.html"), "stray");
  await bundle("a.zip");
  files = unzipSync(await readFile(join(city.dataFolder, "a.zip")));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await city.remove();
});

describe("the offline copy", () => {
  it("says of which day, release and root it is, and under which terms", async () => {
    const seal = JSON.parse(
      await readFile(join(await siteOf(city.dataFolder), ".well-known/huiyin-release.json"), "utf8"),
    );
    const start = textOf(`huiyin-${DAY}/打开我.html`);
    for (const said of ["2026年6月1日", seal.id, seal.root, "使用条件"]) expect(start).toContain(said);
  });

  it("holds nothing that the release does not list", () => {
    expect(Object.keys(files).filter((name) => name.includes("stray"))).toEqual([]);
  });

  it("leads in every page only to what is in it, or to the live site", () => {
    const broken: string[] = [];
    for (const path of Object.keys(files).filter((name) => name.endsWith(".html"))) {
      const html = textOf(path);
      const ids = (file: string) => listValues(textOf(file), "id");
      const addresses = [...listValues(html, "href"), ...listValues(html, "src"), ...listValues(html, "action")];
      for (const address of new Set(addresses)) {
        if (/^https?:/.test(address)) continue;
        const [before = "", anchor = ""] = address.split("#");
        const name = decodeURI(before.split("?")[0] ?? "");
        const target = name === "" ? path : posix.join(posix.dirname(path), name);
        const hasAnchor = anchor === "" || ids(target).includes(decodeURIComponent(anchor));
        if (name.startsWith("/") || !files[target] || !hasAnchor) broken.push(`${path} → ${address}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it("is offered by the next release, and no more once a document was withdrawn, which leaves its own traces", async () => {
    const made = await bundle("b.zip");
    // Equal releases make equal bytes.
    expect(await readFile(join(city.dataFolder, "b.zip"))).toEqual(await readFile(join(city.dataFolder, "a.zip")));
    await offerBundle(city.dataFolder, join(city.dataFolder, "b.zip"), made);
    await release(city);
    const file = `offline/huiyin-${DAY}-${made.release}.zip`;
    expect(await read(file)).toEqual(await readFile(join(city.dataFolder, "b.zip")));
    expect((await read("data/index.html"))?.toString()).toContain(`href="/${file}"`);

    const gone = { state: "withdrawn", withdrawalKind: "published_in_error", withdrawnAt: "2026-06-01 10:00" } as const;
    await city.db.update(documents).set(gone).where(eq(documents.slug, "notice"));
    await release(city);
    expect(await read(file)).toBeUndefined();
    expect((await read("data/index.html"))?.toString()).not.toContain("离线副本");
    expect(await readdir(join(city.dataFolder, "offline"))).toEqual([]);
    const page = (await read("documents/notice/index.html"))?.toString() ?? "";
    expect(page).toContain("本文件已撤回");
    expect(page).toContain("误公开，已撤回");
    expect(page).toContain('content="noindex"');
    for (const name of ["changes/index.html", "feeds/deletions.xml", "feeds/changes.json", "data/changes.csv"])
      expect((await read(name))?.toString(), name).toContain("/documents/notice/");
    expect((await read("feeds/deletions.xml"))?.toString()).toContain('when="2026-06-01T10:00:00+08:00"');
    for (const name of ["sitemap-pages.xml", "documents/index.html"])
      expect((await read(name))?.toString(), name).not.toContain("/documents/notice/");
    const receipts = JSON.parse((await read(".well-known/huiyin-receipts.json"))?.toString() ?? "");
    expect(receipts.receipts[0]).toMatchObject({ kind: "document_withdrawal", path: "/documents/notice/" });
  }, 30_000);

  it("opens from a folder: home, year, matter, data, search", async () => {
    for (const [path, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(city.dataFolder, path)), { recursive: true });
      await writeFile(join(city.dataFolder, path), bytes);
    }
    browser = await openBrowser();
    const page = await browser.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("requestfailed", (request) => said.push(`failed ${request.url()}`));
    await walk(page);
    expect(said).toEqual([]);
  }, 30_000);
});

async function walk(page: Page): Promise<void> {
  await page.goto(pathToFileURL(join(city.dataFolder, `huiyin-${DAY}`, "打开我.html")).href);
  await page.getByRole("link", { name: "打开首页" }).click();
  await page.locator(".tiles a[href*='20']").first().click();
  await page.locator("a[href*='/jianyi/']").first().click();
  expect(await page.locator("article.letter, .letter").count()).toBeGreaterThan(0);
  const title = (await page.locator("h1").innerText()).trim();
  await page.getByRole("link", { name: "数据", exact: true }).click();
  expect(await page.locator("h1").innerText()).toBe("开放数据");
  await page.getByRole("link", { name: "搜索", exact: true }).click();
  await page.getByRole("searchbox").fill(title);
  await page.getByRole("searchbox").press("Enter");
  await page.locator("#search-results a").first().click();
  await page.waitForURL(/jianyi\/[^/]+\/index\.html$/);
  expect((await page.locator("h1").innerText()).trim()).toBe(title);
}
