import { readFile } from "node:fs/promises";
import { makeDemoCity } from "#db/seed/demo/demo-city.ts";
import type { SearchBench } from "./search.ts";
import { BenchCorpus, BenchQueries, benchSearch } from "./search.ts";
import { makeQueries } from "./search-queries.ts";

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}

/** With two files from outside, or with the demo city's published replies and fragments drawn from them. */
export async function benchSearchCommand(corpusPath?: string, queriesPath?: string): Promise<SearchBench> {
  if (corpusPath && queriesPath) {
    const corpus = BenchCorpus.parse(await readJson(corpusPath));
    return await benchSearch({ corpus, queries: BenchQueries.parse(await readJson(queriesPath)) });
  }
  const corpus = makeDemoCity().matters.flatMap((matter) =>
    matter.replies.map((reply, index) => ({
      id: `${matter.year}-${matter.kind}-${matter.betweenSessions ? "b" : ""}${matter.number}-${index}`,
      title: matter.title,
      body: reply.body.map((para) => ("text" in para ? para.text : para.table.flat().join("\n"))).join("\n"),
    })),
  );
  return await benchSearch({ corpus, queries: makeQueries(corpus) });
}
