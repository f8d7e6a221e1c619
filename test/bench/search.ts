import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { buildSearchSite } from "#test/e2e/build-search-site.ts";
import type { Measured } from "#test/e2e/search-site/measure.ts";
import { openBrowser, serveFolder } from "#test/support/browser.ts";
import { mean, quantile, scoreQuery, type Score } from "./search-score.ts";

const Id = z.union([z.string(), z.number()]).transform(String);
/** The two files of `bench -- search` (design §12). */
export const BenchCorpus = z.array(z.object({ id: Id, title: z.string(), body: z.string() }));
export const BenchQueries = z.array(
  z.object({ q: z.string(), kind: z.string().default("all"), ids: z.array(Id), title_ids: z.array(Id).optional() }),
);
type Query = z.infer<typeof BenchQueries>[number];

export type SearchBench = {
  readonly documents: number;
  readonly queries: number;
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
  readonly firstQueryMs: number;
  readonly ms: number;
  readonly ms95: number;
  readonly indexBytes: number;
  readonly indexSeconds: number;
  /** At most twenty queries that were not answered exactly. */
  readonly wrong: readonly { readonly q: string; readonly missed: number; readonly extra: number }[];
};

/** A corpus names no years: a shard for each thousand documents, as large as a busy year. */
const SHARD = 1000;
const COLD_STARTS = 9;

function toRecord({ title, body }: z.infer<typeof BenchCorpus>[number], place: number): SearchRecord {
  const year = 2001 + Math.floor(place / SHARD);
  return {
    path: `/${place}/`,
    year,
    kind: "document",
    title,
    numberLabel: "",
    docNumbers: [],
    indexNumbers: [],
    units: [],
    topic: null,
    outcomes: [],
    mode: "full",
    keyItem: false,
    proposers: [],
    publishedOn: `${year}-01-01`,
    body,
  };
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${url}bench/`);
  await page.waitForFunction(() => window.measure !== undefined);
  return page;
}

async function measure(page: Page, q: string, years: readonly number[]): Promise<Measured> {
  const answer = await page.evaluate(async ([text, all]) => await window.measure?.(text, all), [q, years] as const);
  if (!answer) throw new Error("The page does not measure");
  return answer;
}

function toByKind(scores: readonly (Score & { kind: string })[]): SearchBench["byKind"] {
  const groups = [...Map.groupBy(scores, ({ kind }) => kind)];
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

async function measureCold(
  browser: Browser,
  url: string,
  queries: readonly Query[],
  years: readonly number[],
): Promise<Measured[]> {
  const step = Math.max(1, Math.floor(queries.length / COLD_STARTS));
  const sample = queries.filter((_, place) => place % step === 0).slice(0, COLD_STARTS);
  const measured: Measured[] = [];
  for (const { q } of sample) {
    const page = await openPage(browser, url);
    measured.push(await measure(page, q, years));
    await page.context().close();
  }
  return measured;
}

/** Asks every query of the real page code in a real Chromium against an index of the corpus. */
export async function benchSearch(input: { corpus: unknown; queries: unknown }): Promise<SearchBench> {
  const corpus = BenchCorpus.parse(input.corpus);
  const queries = BenchQueries.parse(input.queries);
  const records = corpus.map(toRecord);
  const years = [...new Set(records.map(({ year }) => year))];
  const idOf = new Map(records.map(({ path }, place) => [path, corpus[place]?.id ?? ""]));
  const site = await buildSearchSite(records, "/");
  const served = await serveFolder(site.folder);
  const browser = await openBrowser();
  try {
    const cold = await measureCold(browser, served.url, queries, years);
    const page = await openPage(browser, served.url);
    const scores: (Score & { kind: string; measured: Measured })[] = [];
    for (const query of queries) {
      const measured = await measure(page, query.q, years);
      const found = measured.paths.map((path) => idOf.get(path) ?? "");
      scores.push({ ...scoreQuery(found, query.ids, query.title_ids), q: query.q, kind: query.kind, measured });
    }
    const later = scores.slice(1).map(({ measured }) => measured);
    const titles = scores.flatMap(({ titleAt10 }) => titleAt10 ?? []);
    return {
      documents: corpus.length,
      queries: queries.length,
      recall: mean(scores.map(({ recall }) => recall)),
      precision: mean(scores.map(({ precision }) => precision)),
      titleAt10: titles.length === 0 ? null : mean(titles),
      byKind: toByKind(scores),
      firstQueryBytes: quantile(
        cold.map(({ bytes }) => bytes),
        0.5,
      ),
      laterQueryBytes: quantile(
        later.map(({ bytes }) => bytes),
        0.5,
      ),
      firstQueryMs: quantile(
        cold.map(({ ms }) => ms),
        0.5,
      ),
      ms: quantile(
        later.map(({ ms }) => ms),
        0.5,
      ),
      ms95: quantile(
        later.map(({ ms }) => ms),
        0.95,
      ),
      indexBytes: site.indexBytes,
      indexSeconds: site.indexSeconds,
      wrong: scores
        .filter(({ missed, extra }) => missed + extra > 0)
        .slice(0, 20)
        .map(({ q, missed, extra }) => ({ q, missed, extra })),
    };
  } finally {
    await browser.close();
    await served.close();
    await site.remove();
  }
}
