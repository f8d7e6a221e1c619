import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { listFiles } from "#test/e2e/whole-site/read-site.ts";
import { openDemoCity, release, siteOf } from "#test/release/support/small-city.ts";
import { openBrowser, serveFolder } from "#test/support/browser.ts";

const LOOKS = [
  { name: "light", colorScheme: "light", elder: false },
  { name: "dark", colorScheme: "dark", elder: false },
  { name: "长者版", colorScheme: "light", elder: true },
] as const;
type Look = (typeof LOOKS)[number];

export type A11yReport = {
  readonly pages: number;
  /** Violations by look; every rule of axe and the contrast of 7:1. */
  readonly violations: Readonly<Record<string, readonly string[]>>;
  readonly seconds: number;
};

async function checkPage(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await axe.options({ rules: { "color-contrast-enhanced": { enabled: true } } }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${new URL(address).pathname} ${id}: ${html.slice(0, 120)}`),
  );
}

async function checkLook(browser: Browser, url: string, paths: readonly string[], look: Look): Promise<string[]> {
  // axe brings a script of its own, which the policy of the site would stop.
  const context = await browser.newContext({ colorScheme: look.colorScheme, bypassCSP: true });
  const page = await context.newPage();
  if (look.elder) {
    await page.goto(url);
    await page.getByLabel("长者版").check();
  }
  const found: string[] = [];
  for (const [at, path] of paths.entries()) {
    found.push(...(await checkPage(page, url + path.slice(1))));
    if (at % 100 === 99) process.stderr.write(`${look.name}: ${at + 1} / ${paths.length}\n`);
  }
  await context.close();
  return found;
}

/** Every page of the demo city in every look. Minutes, not seconds. */
export async function benchA11y(): Promise<A11yReport> {
  const from = performance.now();
  const city = await openDemoCity();
  await release(city);
  const site = await siteOf(city.dataFolder);
  const paths = (await listFiles(site))
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.replace(/index\.html$/, ""));
  const served = await serveFolder(site);
  const browser = await openBrowser();
  try {
    const violations: Record<string, readonly string[]> = {};
    for (const look of LOOKS) violations[look.name] = await checkLook(browser, served.url, paths, look);
    return { pages: paths.length, violations, seconds: Math.round((performance.now() - from) / 1000) };
  } finally {
    await browser.close();
    await served.close();
    await city.remove();
  }
}
