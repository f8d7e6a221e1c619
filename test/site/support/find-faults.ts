import type { Page } from "playwright-core";
import { findViolations } from "#test/support/axe.ts";
import { findFaintChartText } from "#test/support/chart-contrast.ts";
import { enterState, type ReaderState } from "#test/support/reader-state.ts";

type Check = ReaderState & { readonly axe?: "portal" | "styles" };

const PLAIN = { colorScheme: "light", elder: false, opened: false } as const;
/** 640 px is a window of 1280 at 200 % (WCAG 2.2, 1.4.4). */
const WIDTHS: readonly Check[] = [360, 640, 768].map((width) => ({ ...PLAIN, name: `${width} px`, width }));
const EVERY_PAGE: readonly Check[] = [...WIDTHS, { ...PLAIN, name: "1280 px", width: 1280, axe: "portal" }];
/** Of each kind one page: the styles are the same for all. Folded parts are open, so that they are read too. */
const EVERY_KIND: readonly Check[] = [
  { name: "dark", colorScheme: "dark", elder: false, width: 1280, opened: true, axe: "styles" },
  { name: "长者版 in the dark", colorScheme: "dark", elder: true, width: 1280, opened: true, axe: "styles" },
  { name: "长者版", colorScheme: "light", elder: true, width: 1280, opened: true, axe: "styles" },
  { name: "长者版, 360 px", colorScheme: "light", elder: true, width: 360, opened: true },
];

/** What is wider than the window, and targets below 44 px, in 长者版 60 px. */
async function findMisfits(page: Page, { elder }: ReaderState): Promise<string[]> {
  return await page.evaluate(
    (least) => {
      const over = document.documentElement.scrollWidth - window.innerWidth;
      const targets = [...document.querySelectorAll("a, button, label, summary, [type=search]")];
      // Links within a sentence are exempt (WCAG 2.2, 2.5.8).
      const small = targets.filter((element) => {
        const { height, width } = element.getBoundingClientRect();
        if (!element.checkVisibility()) return false;
        return getComputedStyle(element).display !== "inline" && Math.min(height, width) < least - 0.1;
      });
      return [
        ...(over > 0 ? [`${over} px wider than the window`] : []),
        ...small.map((element) => `small target: ${element.outerHTML.slice(0, 100)}`),
      ];
    },
    elder ? 60 : 44,
  );
}

/** Faults of a loaded page in every state, each with the name of its state; the page is loaded once for all. */
export async function findFaults(page: Page, isFirstOfKind: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const check of isFirstOfKind ? [...EVERY_PAGE, ...EVERY_KIND] : EVERY_PAGE) {
    await enterState(page, check);
    const found = await findMisfits(page, check);
    if (check.axe) found.push(...(await findViolations(page, check.axe)), ...(await findFaintChartText(page)));
    faults.push(...found.map((line) => `${check.name}: ${line}`));
  }
  return faults;
}
