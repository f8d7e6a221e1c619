import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { findViolations } from "#test/support/axe.ts";
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

/** The browser says this of every refusal; one of the API is an answer, and the stories ask for some. */
const REFUSAL = /^Failed to load resource: the server responded with a status of (401|403|404|409|410|412|422|428) /;

/** Errors of scripts, errors and Vue's warnings on the console, and whatever the policy stopped. */
export async function watchFaults(page: Page, faults: string[]): Promise<void> {
  await page.exposeFunction("tellViolation", (words: string) => void faults.push(words));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      void (globalThis as unknown as { tellViolation: (words: string) => Promise<void> }).tellViolation(
        `Content Security Policy: ${violatedDirective} ${blockedURI}`,
      );
    });
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    // A test that makes no release has no portal: what the console and its previews ask of it is answered 503.
    const isOfPortal = (/ 503 /.test(text) && !message.location().url.includes("/api/")) || text.includes("/_astro/");
    if (isOfPortal) return;
    if (/Content Security Policy|Vue warn/.test(text) || (message.type() === "error" && !REFUSAL.test(text)))
      faults.push(text);
  });
}

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
      await watchFaults(page, faults);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Once what is fading in or out has done so: a closing list is half a list. What stays wrong fails. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect.poll(async () => await findViolations(page)).toEqual([]);
}
