/**
 * Indexes a corpus with one engine into a folder, in a process of its own so that its memory can be looked at:
 * node search-index-once.ts ENGINE CORPUS.json FOLDER
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";
import { close, createIndex } from "pagefind";
import { writeSearchIndex } from "#release/search-index/write-index.ts";
import { BenchCorpus, toRecord, type BenchText } from "./search-input.ts";
import { MINISEARCH_FIELDS, toBigrams } from "./search-bigrams.js";

type Build = (texts: readonly BenchText[], folder: string) => Promise<unknown>;

/** As its documentation has it: records with their language, nothing set. */
const buildPagefind: Build = async (texts, folder) => {
  const { index } = await createIndex({});
  if (!index) throw new Error("Failed to start Pagefind");
  for (const [place, { title, body }] of texts.entries())
    await index.addCustomRecord({ url: `/${place}/`, content: `${title}\n${body}`, language: "zh", meta: { title } });
  await index.writeFiles({ outputPath: join(folder, "pagefind") });
  await close();
};

/** Its own splitting knows no Chinese: pairs of characters, all of which must occur, are what its users take. */
const buildMiniSearch: Build = async (texts, folder) => {
  const engine = new MiniSearch({ fields: [...MINISEARCH_FIELDS], idField: "place", tokenize: toBigrams });
  engine.addAll(texts.map(({ title, body }, place) => ({ place, title, body })));
  await mkdir(join(folder, "minisearch"), { recursive: true });
  await writeFile(join(folder, "minisearch/index.json.gz"), gzipSync(JSON.stringify(engine)));
};

const BUILDS: Readonly<Record<string, Build>> = {
  huiyin: async (texts, folder) => await writeSearchIndex(texts.map(toRecord), folder),
  pagefind: buildPagefind,
  minisearch: buildMiniSearch,
};

const [engine = "", corpus = "", folder = ""] = process.argv.slice(2);
const build = BUILDS[engine];
if (!build) throw new Error(`No engine ${engine}`);
const texts = BenchCorpus.parse(JSON.parse(await readFile(corpus, "utf8")));
const start = performance.now();
await build(texts, folder);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
// An engine's own process counts only when it has ended.
await setTimeout(500);
