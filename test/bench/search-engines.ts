import type { Page } from "playwright-core";

/** One query as it was answered in the browser. */
export type Answer = {
  /** Addresses of all results, in order; of Pagefind the names of its fragments, so that not all are loaded. */
  readonly paths: readonly string[];
  /** Until the texts of the first page of results are there. */
  readonly ms: number;
  /** Until the first result can be shown. */
  readonly firstMs: number;
};
export type EngineName = "huiyin" | "pagefind" | "minisearch";

declare global {
  interface Window {
    ask?: (q: string) => Promise<Answer>;
  }
}

/** Our own page brings its program along; the others are loaded with the first query, as their documentations have it. */
const SCRIPTS: Readonly<Record<EngineName, string>> = {
  huiyin: `window.ask = (q) => window.measure(q);`,
  pagefind: `let engine;
    window.ask = async (q) => {
      const start = performance.now();
      engine ??= await import("/pagefind/pagefind.js");
      const { results } = await engine.search(q);
      const shown = results.slice(0, 20).map((result) => result.data());
      await shown[0];
      const firstMs = performance.now() - start;
      await Promise.all(shown);
      const ms = performance.now() - start;
      return { paths: results.map(({ id }) => id), ms, firstMs };
    };`,
  minisearch: `let engine;
    const load = async () => {
      const [{ default: MiniSearch }, { MINISEARCH_FIELDS, toBigrams }, response] = await Promise.all([
        import("/minisearch/minisearch.js"), import("/minisearch/search-bigrams.js"), fetch("/minisearch/index.json.gz"),
      ]);
      const text = await new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).text();
      return await MiniSearch.loadJSONAsync(text, { fields: MINISEARCH_FIELDS, idField: "place", tokenize: toBigrams });
    };
    window.ask = async (q) => {
      const start = performance.now();
      engine ??= await load();
      const found = engine.search(q, { combineWith: "AND", boost: { title: 2 } });
      const ms = performance.now() - start;
      return { paths: found.map(({ id }) => "/" + id + "/"), ms, firstMs: ms };
    };`,
};

export async function openEngine(page: Page, url: string, engine: EngineName): Promise<void> {
  await page.goto(engine === "huiyin" ? `${url}bench/` : `${url}empty.html`);
  if (engine === "huiyin") await page.waitForFunction(() => "measure" in window);
  await page.addScriptTag({ content: SCRIPTS[engine], type: "module" });
  await page.waitForFunction(() => window.ask !== undefined);
}

export async function ask(page: Page, q: string): Promise<Answer> {
  const answer = await page.evaluate(async (text) => await window.ask?.(text), q);
  if (!answer) throw new Error("The page does not answer");
  return answer;
}

/** Bytes as sent, heads included, of all that a page asked for since the last call; workers too. */
export function countBytes(page: Page): () => Promise<number> {
  let sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    sizes.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  return async () => {
    const all = await Promise.all(sizes);
    sizes = [];
    return all.reduce((sum, size) => sum + size, 0);
  };
}
