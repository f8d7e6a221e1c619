import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const SOURCE = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Every rule, and 7:1 in place of 4.5:1 (WCAG 2.2, 1.4.6): what passes the first passes the second. */
const PORTAL: RunOptions = {
  rules: { "color-contrast-enhanced": { enabled: true }, "color-contrast": { enabled: false } },
};
/**
 * The rules that read colours and sizes. All others read names, roles, order and addresses of the document, which no style sheet
 * of the portal changes: it hides nothing in the dark or in 长者版.
 */
const STYLES: RunOptions = {
  runOnly: ["color-contrast-enhanced", "target-size", "link-in-text-block", "scrollable-region-focusable"],
};
const RULES = { usual: {}, portal: PORTAL, styles: STYLES } as const;

type Scope = { axe?: { run: (root: Document, options: RunOptions) => Promise<AxeResults> } };

/**
 * Violations that axe finds on the page as it now stands, one line for each element. Rules: `usual` is what axe runs by itself,
 * `portal` adds the contrast of 7:1, `styles` are those that depend on colours and sizes. Frames are not entered: no page has one.
 */
export async function findViolations(page: Page, rules: keyof typeof RULES = "usual"): Promise<string[]> {
  // Evaluated from outside, hence not stopped by the content security policy. Once for each loaded page.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(SOURCE);
  return await page.evaluate(
    async (options) => {
      const results = await (globalThis as Scope).axe?.run(document, options);
      if (!results) throw new Error("axe did not start");
      return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`));
    },
    { ...RULES[rules], resultTypes: ["violations"] } satisfies RunOptions,
  );
}
