import { equal, deepEqual } from "node:assert/strict";
import fc from "fast-check";
import { listMotionIds } from "#db/reads/withheld.ts";
import type { Database, Reader, Transaction } from "#db/open.ts";
import { toSearchEntry } from "#domain/search/search-entry.ts";
import { documentRecord, matterRecord } from "#release/artefacts/search-records.ts";
import { DATA_SIZES } from "#release/artefacts/data-sizes.ts";
import { toShown, toYearRecord } from "#release/plan/shown.ts";
import { projectFrame } from "#release/project/project-frame.ts";
import { projectMotions } from "#release/project/project-motions.ts";
import { projectYear } from "#release/project/project-year.ts";
import { readTallies } from "#db/reads/tallies.ts";
import { toCity } from "#release/views/city.ts";
import { matterPages, toBeside, toLines } from "#release/views/matter-pages.ts";
import { planPages } from "#release/views/plan-pages.ts";
import { applyEdit, type Edit, edits } from "../edits.ts";
import { type CanaryCity, changeWithheld, findPlaces, findSecret, readOpenMarks } from "./canary-city.ts";

/** All that pages, tables and the search are made of, as text. */
async function readPublic(reader: Reader): Promise<string> {
  const frame = await projectFrame(reader);
  const { matters, tombstones } = await projectMotions(reader, await listMotionIds(reader), frame);
  const years = [];
  for (const year of frame.years) {
    const shown = matters.filter(({ matter }) => matter.year === year);
    years.push({
      year,
      tallies: await readTallies(reader, year),
      matters: shown.map(({ matter, holds }) => toShown(matter, holds)),
      ...toYearRecord((await projectYear(reader, year))?.year ?? null, DATA_SIZES),
      tombstones: tombstones.filter(({ tombstone }) => tombstone.year === year),
    });
  }
  const city = toCity(frame, years, "https://huiyin.example");
  const views = [...planPages(city)].map(({ path, view }) => ({ path, view: view() }));
  const lines = toLines(city);
  const beside = [...matterPages(city, new Set([null, ...city.byTopic.keys()]))].map(({ item }) =>
    toBeside(item, lines),
  );
  const records = [
    ...matters.map(({ matter }) => matterRecord(matter)),
    ...frame.documents.map((document) => documentRecord(document)),
  ];
  const all = [
    matters.map(({ matter }) => matter),
    tombstones,
    years,
    views,
    beside,
    records.map((record) => toSearchEntry(record)),
  ];
  return JSON.stringify(all);
}

class Undone extends Error {}

/** In a transaction that is given up: each history starts from the same city. */
async function tryOut(db: Database, work: (tx: Transaction) => Promise<void>): Promise<void> {
  await db
    .transaction(async (tx) => {
      await work(tx);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
}

/** Texts that edits write carry marks too. */
export function toMarked(edit: Edit, at: number): Edit {
  return { ...edit, word: `${edit.word}zqe${edit.pick}${at}zq` };
}

export type ViewRuns = {
  readonly histories: number;
  /** Histories told in one city before it is looked at; each picks its own matters. */
  readonly atOnce: number;
  /** Of so many cities one is looked at again after all that is withheld was rewritten. */
  readonly compareEvery: number;
};

/**
 * Any history of a city whose every field carries a canary: through projection, views of all pages and search records. Throws
 * with the shortest history after which something withheld stands in them, or after which what is public says something else
 * when only what is withheld was rewritten.
 */
export async function runViewHistories(city: CanaryCity, { histories, atOnce, compareEvery }: ViewRuns) {
  let [cities, compared] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: atOnce, maxLength: atOnce }), async (told) => {
      await tryOut(city.db, async (tx) => {
        for (const [at, edit] of told.flat().entries()) await applyEdit(tx as unknown as Database, toMarked(edit, at));
        const text = await readPublic(tx);
        const secret = findSecret(text, await readOpenMarks(tx));
        if (secret.length > 0) deepEqual(await findPlaces(tx, city, secret), [], "withheld and public");
        if (cities++ % compareEvery !== 0) return;
        compared++;
        await changeWithheld(tx, city);
        equal(await readPublic(tx), text, "what is withheld shows by what it changes");
      });
    }),
    { numRuns: Math.ceil(histories / atOnce) },
  );
  return { histories: cities * atOnce, cities, compared };
}
