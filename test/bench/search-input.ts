import { z } from "zod";
import type { SearchRecord } from "#domain/view/search-record.ts";

const Id = z.union([z.string(), z.number()]).transform(String);
/** The two files of `bench -- search` (design §12). */
export const BenchCorpus = z.array(z.object({ id: Id, title: z.string(), body: z.string() }));
export type BenchText = z.infer<typeof BenchCorpus>[number];
export const BenchQueries = z.array(
  z.object({ q: z.string(), kind: z.string().default("all"), ids: z.array(Id), title_ids: z.array(Id).optional() }),
);
export type BenchQuery = z.infer<typeof BenchQueries>[number];

/** A corpus names no years: a tenth of it to each of ten, as a city's replies lie. */
const YEARS = 10;
const LAST_YEAR = 2026;

export function toRecord({ title, body }: BenchText, place: number, all: readonly BenchText[]): SearchRecord {
  const year = LAST_YEAR - Math.floor((place * YEARS) / all.length);
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

/** Place in the corpus of a result's address. */
export function placeOf(path: string): number {
  return Number(/\/(\d+)\/$/.exec(path)?.[1] ?? -1);
}
