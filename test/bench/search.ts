import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { buildSearchPages } from "#test/e2e/build-search-site.ts";
import { openBrowser, serveFolder } from "#test/support/browser.ts";
import { runMeasured } from "./run-measured.ts";
import { ask, countBytes, openEngine, type Answer, type EngineName } from "./search-engines.ts";
import { BenchCorpus, BenchQueries, placeOf, type BenchQuery, type BenchText } from "./search-input.ts";
import { mean, quantile, scoreQuery, type Score } from "./search-score.ts";

export type EngineBench = {
  /** Means over the queries, 0 to 1. */
  readonly recall: number;
  readonly precision: number;
  /** Share of title matches among the first ten results; null when no query names any. */
  readonly titleAt10: number | null;
  readonly byKind: Readonly<
    Record<string, { readonly queries: number; readonly recall: number; readonly precision: number }>
  >;
  /** Medians, as sent: program, index and the texts of the first page of results; cold cache for the first query. */
  readonly firstQueryBytes: number;
  readonly laterQueryBytes: number;
  /** Until the first result can be shown, cold cache. */
  readonly firstResultMs: number;
  readonly firstQueryMs: number;
  readonly ms: number;
  readonly ms95: number;
  readonly indexBytes: number;
  readonly indexFiles: number;
  readonly indexSeconds: number;
  /** Of the indexing process with all it starts, reading the corpus included. */
  readonly indexCpuSeconds: number;
  readonly indexPeakMB: number;
  /** At most twenty queries that were not answered exactly. */
  readonly wrong: readonly { readonly q: string; readonly missed: number; readonly extra: number }[];
};
export type SearchBench = EngineBench & {
  readonly documents: number;
  readonly queries: number;
  readonly peers: Readonly<Partial<Record<EngineName, EngineBench | { readonly failed: string }>>>;
};

const COLD_STARTS = 9;
/** An engine that takes more to index is not measured: others live on the machine. */
const MOST_MB = 8000;
const INDEX_ONCE = fileURLToPath(new URL("./search-index-once.ts", import.meta.url));
const NODE_MODULES = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const FOLDERS: Readonly<Record<EngineName, string>> = {
  huiyin: "search-index",
  pagefind: "pagefind",
  minisearch: "minisearch",
};

async function measureFolder(folder: string): Promise<{ bytes: number; files: number }> {
  const entries = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(entries.map(async (entry) => await stat(join(folder, entry))));
  const files = sizes.filter((entry) => entry.isFile());
  return { bytes: files.reduce((sum, { size }) => sum + size, 0), files: files.length };
}

type Asked = Score & { readonly kind: string; readonly answer: Answer; readonly bytes: number };
type Task = {
  readonly engine: EngineName;
  readonly folder: string;
  readonly corpusFile: string;
  readonly corpus: readonly BenchText[];
  readonly queries: readonly BenchQuery[];
  readonly browser: Browser;
  readonly url: string;
};

async function openPage({ browser, url, engine }: Task) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bytes = countBytes(page);
  await openEngine(page, url, engine);
  return { page, bytes, close: () => context.close() };
}

async function askCold(task: Task): Promise<(Answer & { bytes: number })[]> {
  const step = Math.max(1, Math.floor(task.queries.length / COLD_STARTS));
  const sample = task.queries.filter((_, place) => place % step === 0).slice(0, COLD_STARTS);
  const answers: (Answer & { bytes: number })[] = [];
  for (const { q } of sample) {
    const { page, bytes, close } = await openPage(task);
    const answer = await ask(page, q);
    answers.push({ ...answer, bytes: await bytes() });
    await close();
  }
  return answers;
}

/** Address of each of Pagefind's fragments by its name. */
async function readFragments(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder);
  const pairs = names.map(async (name) => {
    const text = gunzipSync(await readFile(join(folder, name))).toString();
    const { url } = JSON.parse(text.slice(text.indexOf("{"))) as { url: string };
    return [name.replace(/\.pf_fragment$/, ""), url] as const;
  });
  return new Map(await Promise.all(pairs));
}

async function askAll(task: Task): Promise<Asked[]> {
  const { page, bytes, close } = await openPage(task);
  const fragments =
    task.engine === "pagefind" ? await readFragments(join(task.folder, "pagefind/fragment")) : undefined;
  const asked: Asked[] = [];
  for (const { q, kind, ids, title_ids: titles } of task.queries) {
    const answer = await ask(page, q);
    const paths = answer.paths.map((path) => fragments?.get(path) ?? path);
    const found = paths.map((path) => task.corpus[placeOf(path)]?.id ?? "");
    asked.push({ ...scoreQuery(found, ids, titles), q, kind, answer, bytes: await bytes() });
  }
  await close();
  return asked;
}

function toByKind(asked: readonly Asked[]): EngineBench["byKind"] {
  const groups = [...Map.groupBy(asked, ({ kind }) => kind)];
  return Object.fromEntries(
    groups.map(([kind, group]) => [
      kind,
      {
        queries: group.length,
        recall: mean(group.map((score) => score.recall)),
        precision: mean(group.map((score) => score.precision)),
      },
    ]),
  );
}

function toWrong(asked: readonly Asked[]): EngineBench["wrong"] {
  const wrong = asked.filter(({ missed, extra }) => missed + extra > 0).slice(0, 20);
  return wrong.map(({ q, missed, extra }) => ({ q, missed, extra }));
}

async function benchEngine(task: Task): Promise<EngineBench> {
  const indexed = await runMeasured([INDEX_ONCE, task.engine, task.corpusFile, task.folder], {}, { mostMB: MOST_MB });
  const { seconds } = JSON.parse(indexed.output) as { seconds: number };
  const size = await measureFolder(join(task.folder, FOLDERS[task.engine]));
  const cold = await askCold(task);
  const asked = await askAll(task);
  const later = asked.slice(1);
  const titles = asked.flatMap(({ titleAt10 }) => titleAt10 ?? []);
  const median = (values: readonly number[]) => quantile(values, 0.5);
  return {
    recall: mean(asked.map(({ recall }) => recall)),
    precision: mean(asked.map(({ precision }) => precision)),
    titleAt10: titles.length === 0 ? null : mean(titles),
    byKind: toByKind(asked),
    firstQueryBytes: median(cold.map(({ bytes }) => bytes)),
    laterQueryBytes: median(later.map(({ bytes }) => bytes)),
    firstResultMs: median(cold.map(({ firstMs }) => firstMs)),
    firstQueryMs: median(cold.map(({ ms }) => ms)),
    ms: median(later.map(({ answer }) => answer.ms)),
    ms95: quantile(
      later.map(({ answer }) => answer.ms),
      0.95,
    ),
    indexBytes: size.bytes,
    indexFiles: size.files,
    indexSeconds: Math.round(seconds * 10) / 10,
    indexCpuSeconds: Math.round(indexed.cpuSeconds * 10) / 10,
    indexPeakMB: indexed.rssMB,
    wrong: toWrong(asked),
  };
}

async function writePeerFiles(folder: string): Promise<void> {
  await writeFile(join(folder, "empty.html"), '<!doctype html><link rel="icon" href="data:," /><title>empty</title>');
  await mkdir(join(folder, "minisearch"));
  await copyFile(join(NODE_MODULES, "minisearch/dist/es/index.js"), join(folder, "minisearch/minisearch.js"));
  const bigrams = fileURLToPath(new URL("./search-bigrams.js", import.meta.url));
  await copyFile(bigrams, join(folder, "minisearch/search-bigrams.js"));
}

/**
 * Asks every query of the real page code in a real Chromium against an index of the corpus, and of other engines in the
 * same run.
 */
export async function benchSearch(
  input: { corpus: unknown; queries: unknown },
  peers: readonly EngineName[] = ["pagefind"],
): Promise<SearchBench> {
  const corpus = BenchCorpus.parse(input.corpus);
  const queries = BenchQueries.parse(input.queries);
  const site = await buildSearchPages("/");
  const work = await mkdtemp(join(tmpdir(), "huiyin-search-"));
  const corpusFile = join(work, "corpus.json");
  await writeFile(corpusFile, JSON.stringify(corpus));
  await writePeerFiles(site.folder);
  const served = await serveFolder(site.folder);
  const browser = await openBrowser();
  const common = { folder: site.folder, corpusFile, corpus, queries, browser, url: served.url };
  try {
    const own = await benchEngine({ ...common, engine: "huiyin" });
    process.stderr.write(`huiyin: ${JSON.stringify({ ...own, byKind: undefined })}\n`);
    const beside: Record<string, EngineBench | { failed: string }> = {};
    for (const engine of peers) {
      process.stderr.write(`${engine} …\n`);
      beside[engine] = await benchEngine({ ...common, engine }).catch((error: unknown) => ({ failed: String(error) }));
    }
    return { documents: corpus.length, queries: queries.length, ...own, peers: beside };
  } finally {
    await browser.close();
    await served.close();
    await site.remove();
    await rm(work, { recursive: true, force: true });
  }
}
