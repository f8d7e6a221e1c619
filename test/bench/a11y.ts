import type { Browser, Page } from "playwright-core";
import { listFiles } from "#test/e2e/whole-site/read-site.ts";
import { openDemoCity, release, siteOf } from "#test/release/support/small-city.ts";
import { findViolations } from "#test/support/axe.ts";
import { findFaintChartText } from "#test/support/chart-contrast.ts";
import { openBrowser, serveFolder } from "#test/support/browser.ts";
import { enterState, type ReaderState } from "#test/support/reader-state.ts";

/** From one to the next little changes, so that a page is laid out anew as seldom as can be. */
const STATES: readonly ReaderState[] = [
  { name: "light, 1280 px", colorScheme: "light", elder: false, width: 1280, opened: false },
  { name: "dark, 1280 px, unfolded", colorScheme: "dark", elder: false, width: 1280, opened: true },
  { name: "长者版 dark, 1280 px, unfolded", colorScheme: "dark", elder: true, width: 1280, opened: true },
  { name: "长者版, 1280 px, unfolded", colorScheme: "light", elder: true, width: 1280, opened: true },
  { name: "长者版, 360 px, unfolded", colorScheme: "light", elder: true, width: 360, opened: true },
  { name: "light, 360 px, unfolded", colorScheme: "light", elder: false, width: 360, opened: true },
];
const AT_ONCE = 2;

export type A11yReport = {
  readonly pages: number;
  /** By state: every rule of axe and the contrast of 7:1, on every page. */
  readonly states: Readonly<Record<string, { readonly pages: number; readonly violations: number }>>;
  readonly violations: readonly string[];
  readonly seconds: number;
};

type Found = { readonly state: string; readonly path: string; readonly lines: readonly string[] };

async function checkPage(page: Page, url: string, path: string): Promise<Found[]> {
  await page.goto(url + path.slice(1));
  const found: Found[] = [];
  for (const state of STATES) {
    await enterState(page, state);
    found.push({
      state: state.name,
      path,
      lines: [...(await findViolations(page, "portal")), ...(await findFaintChartText(page))],
    });
  }
  return found;
}

/** Pages are taken from one list by as many tabs as there are cores. */
async function checkAll(browser: Browser, url: string, paths: readonly string[]): Promise<Found[]> {
  const waiting = [...paths];
  const found: Found[] = [];
  const work = async (): Promise<void> => {
    const page = await browser.newPage();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      found.push(...(await checkPage(page, url, path)));
      const done = found.length / STATES.length;
      if (done % 50 === 0) process.stderr.write(`axe: ${done} / ${paths.length} pages\n`);
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

/** Every page of the demo city in every state. Minutes, not seconds. */
export async function benchA11y(): Promise<A11yReport> {
  const from = performance.now();
  const city = await openDemoCity();
  await release(city);
  const site = await siteOf(city.dataFolder);
  const files = await listFiles(site);
  const paths = files.filter((file) => file.endsWith(".html")).map((file) => file.replace(/index\.html$/, ""));
  const served = await serveFolder(site);
  const browser = await openBrowser();
  try {
    const found = await checkAll(browser, served.url, paths);
    const states = STATES.map(({ name }) => {
      const here = found.filter(({ state }) => state === name);
      return [name, { pages: here.length, violations: here.flatMap(({ lines }) => lines).length }] as const;
    });
    const violations = found.flatMap(({ state, path, lines }) => lines.map((line) => `${path} (${state}) ${line}`));
    const seconds = Math.round((performance.now() - from) / 1000);
    return { pages: paths.length, states: Object.fromEntries(states), violations, seconds };
  } finally {
    await browser.close();
    await served.close();
    await city.remove();
  }
}

export function toA11yTable({ states, violations, seconds }: A11yReport): string {
  const rows = Object.entries(states).map(
    ([name, of]) => `${String(of.pages).padStart(6)}${String(of.violations).padStart(12)}  ${name}`,
  );
  return [" pages  violations  state", ...rows, ...violations.slice(0, 100), `${seconds} s`].join("\n");
}
