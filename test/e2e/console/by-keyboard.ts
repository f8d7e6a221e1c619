import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** No screen takes more steps to cross. */
const MOST_STEPS = 150;

/** How a control looks, with what surrounds it: a ring may be drawn on its frame or on the mark beside it. */
async function lookOf(target: Locator): Promise<string> {
  return await target.evaluate((element) => {
    const around = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
    return around
      .flatMap((one) => (one ? [getComputedStyle(one)] : []))
      .map(({ outline, boxShadow, borderColor }) => `${outline} ${boxShadow} ${borderColor}`)
      .join("|");
  });
}

/** Tab until the control has the focus; it must be seen to have it (WCAG 2.4.7). No mouse, no focus() from outside. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: "attached" });
  const before = await lookOf(target);
  const has = async () => await target.evaluate((element) => element === document.activeElement);
  for (let steps = 0; !(await has()); steps++) {
    if (steps === MOST_STEPS) throw new Error(`Failed to reach ${String(target)} by keyboard`);
    await page.keyboard.press("Tab");
  }
  expect(await lookOf(target), `${String(target)} shows its focus`).not.toBe(before);
}

export async function pressOn(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
