import type { Browser, Page } from "playwright-core";
import { buildConsole } from "#functions/console/build-console.ts";
import { openTestApp } from "#test/support/app.ts";
import { openBrowser } from "#test/support/browser.ts";
import { makeClerk } from "#test/support/browser-session.ts";
import { MOST_SCRIPT, measureFirstScreen } from "#test/support/first-screen.ts";
import { openTestServer } from "#test/support/server.ts";
import { loadScaleCity } from "./scale-city.ts";

const INSTANT = "2026-06-15T02:00:00.000Z";
/** Longest task of the main thread that a person at the ledger may meet. */
export const MOST_TASK_MS = 100;

export type ConsoleLine = {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly unit: string;
};
export type ConsoleBench = { readonly rows: number; readonly lines: readonly ConsoleLine[] };

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
};

/**
 * The longest task of the page's main thread while something is done: its processor time, as Chromium traces it, so that
 * whatever else the machine does is not counted.
 */
async function traceLongest(browser: Browser, page: Page, deed: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await deed();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith("RunTask") && main.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error("Failed to trace: no task of the main thread was seen");
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

/** Wheels through so many rows, waiting for what is read on. */
async function scrollOn(page: Page, rows: number): Promise<void> {
  const grid = page.getByRole("grid", { name: "办理台账" });
  await grid.hover();
  for (let at = 0; at < rows; at += 30) {
    await page.mouse.wheel(0, 30 * 44);
    await page.waitForTimeout(30);
  }
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: option, exact: true }).first().click();
  await page.getByText("条符合条件").waitFor();
  await page.waitForLoadState("networkidle");
}

const DEEDS: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ["scroll 3,000 rows", async (page) => await scrollOn(page, 3000)],
  ["jump to the end of what is read", async (page) => await page.keyboard.press("End")],
  ["sort by unit", async (page) => await page.getByRole("button", { name: "承办单位" }).click()],
  ["filter by state", async (page) => await choose(page, "办理状态", "已答复")],
  ["filter by class", async (page) => await choose(page, "办理结果分类", /^A/)],
  ["filter by disclosure", async (page) => await choose(page, "公开属性", "全文公开")],
  ["scroll 1,000 filtered rows", async (page) => await scrollOn(page, 1000)],
  [
    "find a text",
    async (page) => {
      await page.getByLabel("标题或编号中的文字").fill("养老");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=/);
    },
  ],
  ["clear all filters", async (page) => await page.getByRole("button", { name: "清除全部条件" }).click()],
];

async function measureLedger(rows: number): Promise<ConsoleBench> {
  process.stderr.write(`console: ${rows} assignments …\n`);
  const t = await openTestApp({ instant: INSTANT, seed: async (ctx) => await loadScaleCity(ctx, rows) });
  const server = await openTestServer(t);
  const browser = await openBrowser();
  try {
    const clerk = await makeClerk(t, { role: "office", login: "liushu", name: "刘述" });
    const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 } });
    const [name = "", value = ""] = (clerk.cookie() ?? "").split("=");
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    await page.goto(`${server.url}/console/ledger`);
    await page.getByText(/共 \d+ 条/).waitFor({ timeout: 60_000 });
    const total = Number(/共 (\d+) 条/.exec((await page.getByRole("status").first().textContent()) ?? "")?.[1]);
    const lines: ConsoleLine[] = [];
    for (const [what, deed] of DEEDS) {
      const longest = await traceLongest(browser, page, async () => {
        await deed(page);
        await page.waitForLoadState("networkidle");
      });
      lines.push({ what: `ledger: ${what}`, value: Math.round(longest), most: MOST_TASK_MS, unit: "ms" });
    }
    return { rows: total, lines };
  } finally {
    await browser.close();
    await server.close();
    await t.close();
  }
}

/** The weight of the first screen, and the longest task of the main thread at each thing done in a long ledger. */
export async function benchConsole(rows: number): Promise<ConsoleBench> {
  const scripts = await measureFirstScreen(await buildConsole(""));
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  const weight = {
    what: "first screen, script",
    value: Math.round(bytes / 1024),
    most: MOST_SCRIPT / 1024,
    unit: "KB",
  };
  const ledger = await measureLedger(rows);
  return { ...ledger, lines: [weight, ...ledger.lines] };
}

export function toConsoleTable({ rows, lines }: ConsoleBench): string {
  const body = lines.map(({ what, value, most, unit }) =>
    [
      what.padEnd(42),
      `${value} ${unit}`.padStart(8),
      `≤ ${most}`.padStart(8),
      value <= most ? "  ok" : "  TOO MUCH",
    ].join(""),
  );
  return [`console: ${rows} rows in the ledger; longest main-thread task, processor time`, ...body].join("\n");
}
