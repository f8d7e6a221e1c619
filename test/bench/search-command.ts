import { readFile } from "node:fs/promises";
import { makeVariedReplies } from "./search-corpus.ts";
import { makeQueries } from "./search-queries.ts";
import { benchSearch, type SearchBench } from "./search.ts";

/** Varied replies where no corpus is given. */
const USUAL = 2000;

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}

/** With two files from outside (design §12), or with varied replies and what is drawn from them. */
export async function benchSearchCommand(corpusPath?: string, queriesPath?: string): Promise<SearchBench> {
  if (corpusPath && queriesPath)
    return await benchSearch({ corpus: await readJson(corpusPath), queries: await readJson(queriesPath) });
  const corpus = makeVariedReplies(USUAL);
  return await benchSearch({ corpus, queries: makeQueries(corpus) });
}

/** Cost by size, beside stock Pagefind and MiniSearch. */
export async function benchSearchSizes(sizes: readonly number[]): Promise<Readonly<Record<string, SearchBench>>> {
  const found: Record<string, SearchBench> = {};
  for (const size of sizes) {
    process.stderr.write(`${size} replies …\n`);
    const corpus = makeVariedReplies(size);
    const queries = makeQueries(corpus).filter((_, place) => place % 4 === 0);
    found[size] = await benchSearch({ corpus, queries }, ["pagefind", "minisearch"]);
  }
  return found;
}
