import type { Page } from "playwright-core";

/** What a browser sees of a page, for the rules that hold on every page. */
export type PageFacts = {
  readonly title: string;
  readonly lang: string;
  readonly headings: readonly string[];
  readonly ids: readonly string[];
  readonly metas: Readonly<Record<string, string>>;
  /** href, src and action attributes as written. */
  readonly addresses: readonly string[];
  readonly inlineStyles: number;
  readonly inlineScripts: number;
  readonly handlers: number;
  readonly landmarks: readonly string[];
  readonly text: string;
};

export async function readPage(page: Page): Promise<PageFacts> {
  return await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const written = (name: string) =>
      all.flatMap((element) => (element.hasAttribute(name) ? [element.getAttribute(name) ?? ""] : []));
    const metas = [...document.querySelectorAll("meta[name]")] as HTMLMetaElement[];
    return {
      title: document.title,
      lang: document.documentElement.lang,
      headings: [...document.querySelectorAll("h1")].map((element) => element.textContent ?? ""),
      ids: written("id"),
      metas: Object.fromEntries(metas.map((meta) => [meta.name, meta.content])),
      addresses: [...written("href"), ...written("src"), ...written("action")],
      inlineStyles: document.querySelectorAll("[style], style").length,
      inlineScripts: document.querySelectorAll('script:not([src], [type="application/json"])').length,
      handlers: all.filter((element) => element.getAttributeNames().some((name) => name.startsWith("on"))).length,
      landmarks: ["header", "main", "footer", "nav"].filter((name) => document.querySelector(name) !== null),
      text: document.body.textContent ?? "",
    };
  });
}
