import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { TestApp } from "#test/support/app.ts";
import { openBrowser } from "#test/support/browser.ts";
import type { Clerk } from "#test/support/browser-session.ts";
import type { TestServer } from "#test/support/server.ts";
import { openTestServer } from "#test/support/server.ts";

export type DeskBrowser = {
  readonly server: TestServer;
  /** A window of this person at the console, signed in. */
  readonly openFor: (clerk: Clerk, size?: { readonly width: number; readonly height: number }) => Promise<Page>;
  /** Errors of scripts and of the policy, in any window. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
};

/** The console in Chromium over a test's city. */
export async function openDeskBrowser(t: TestApp): Promise<DeskBrowser> {
  const server = await openTestServer(t, { base: "/huiyin" });
  const browser: Browser = await openBrowser();
  const faults: string[] = [];
  return {
    server,
    faults,
    openFor: async (clerk, size = { width: 1280, height: 900 }) => {
      const context = await browser.newContext({
        locale: "zh-CN",
        timezoneId: "Asia/Shanghai",
        viewport: size,
        reducedMotion: "reduce",
      });
      const [name = "", value = ""] = (clerk.cookie() ?? "").split("=");
      await context.addCookies([{ name, value, url: new URL(server.url).origin }]);
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (/Content Security Policy|Vue warn/.test(message.text())) faults.push(message.text());
      });
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
