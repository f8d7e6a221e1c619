import type { Browser, Page } from "playwright-core";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { openBrowser, serveFolder, type ServedFolder } from "#test/support/browser.ts";
import { buildSearchSite, type SearchSite } from "./build-search-site.ts";

export const BASE = "/portal/";
const CSP = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'";

/** The search page of an index of its own, in a browser, under the base path and the content security policy. */
export class SearchHarness {
  /** Errors and warnings that the browser reported. */
  readonly complaints: string[] = [];
  readonly page: Page;
  readonly browser: Browser;
  readonly url: string;
  readonly close: () => Promise<void>;

  constructor(site: SearchSite, served: ServedFolder, browser: Browser, page: Page) {
    this.page = page;
    this.browser = browser;
    this.url = served.url;
    this.close = async () => {
      await browser.close();
      await served.close();
      await site.remove();
    };
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("requestfailed", (request) => this.complaints.push(`failed: ${request.url()}`));
  }

  async open(query: string): Promise<void> {
    await this.page.goto(`${this.url}search/${query}`);
    if (query !== "") await this.settle();
  }

  async settle(): Promise<void> {
    await this.page.waitForFunction(() =>
      /找到|没有取到/u.test(document.querySelector("#search-status")?.textContent ?? ""),
    );
  }

  async search(q: string): Promise<void> {
    const input = this.page.locator("main input[name=q]");
    await input.fill(q);
    await this.page.locator("#search-status").evaluate((status) => {
      status.textContent = "";
    });
    await input.press("Enter");
    await this.settle();
  }

  /** Paths of the results on the page shown, without the base path. */
  async shownPaths(): Promise<string[]> {
    const links = this.page.locator("#search-results a.t1");
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    return addresses.map((address) => address.replace(BASE, "/"));
  }

  /** Paths of all results, over all pages, in order. */
  async foundPaths(): Promise<string[]> {
    const paths = await this.shownPaths();
    const next = this.page.locator("#search-pager a[rel=next]");
    while ((await next.count()) > 0) {
      const last = `${BASE.slice(0, -1)}${paths.at(-1)}`;
      await next.click();
      await this.page.waitForFunction(
        (seen) => [...document.querySelectorAll("#search-results a.t1")].at(-1)?.getAttribute("href") !== seen,
        last,
      );
      paths.push(...(await this.shownPaths()));
    }
    return paths;
  }
}

export async function openSearchHarness(records: readonly SearchRecord[]): Promise<SearchHarness> {
  const site = await buildSearchSite(records, BASE);
  const served = await serveFolder(site.folder, { base: BASE, headers: { "content-security-policy": CSP } });
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  return new SearchHarness(site, served, browser, page);
}
