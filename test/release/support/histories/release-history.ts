import { deepEqual } from "node:assert/strict";
import fc from "fast-check";
import { applyEdit, edits } from "../edits.ts";
import { copySmallCity, hashSite, release, siteOf, type SmallCity } from "../small-city.ts";
import { type CanaryCity, changeWithheld, findPlaces, readOpenMarks } from "./canary-city.ts";
import { readSiteMarks } from "./read-site-marks.ts";
import { toMarked } from "./view-history.ts";

async function expectNoSecret(city: SmallCity, places: Pick<CanaryCity, "places">): Promise<void> {
  const open = await readOpenMarks(city.db);
  const secret = [...(await readSiteMarks(await siteOf(city.dataFolder)))].filter(([mark]) => !open.has(mark));
  const where = await findPlaces(
    city.db,
    places,
    secret.map(([mark]) => mark),
  );
  deepEqual(
    secret.map(([, file], at) => `${where[at]} in ${file}`),
    [],
  );
}

/** So that data are given in parts as those of a large city are. */
export const SMALL_FILES = { tablesByYearFrom: 6, yearInPartsFrom: 4, lettersInPart: 2, registerInPart: 3 };

export type ReleaseRuns = {
  readonly histories: number;
  /** Releases of one history at most, the full one at its end apart. */
  readonly steps: number;
};

/**
 * Any history of a released city whose every field carries a canary, released step by step; then all that is withheld is
 * rewritten and everything released anew. Throws with the shortest history after which something withheld stands in any
 * file, or after which one byte of the full release is not that of the incremental one but what the manifest says of it.
 */
export async function runReleaseHistories(base: CanaryCity, { histories, steps }: ReleaseRuns) {
  let releases = 0;
  const next = async (city: SmallCity, full = false) => {
    releases++;
    const { manifest } = await release(city, { full, sizes: SMALL_FILES });
    return { root: manifest.root, site: await hashSite(await siteOf(city.dataFolder)) };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: steps }), async (history) => {
      const city = await copySmallCity(base);
      try {
        let incremental = { root: "", site: {} };
        for (const [at, batch] of history.entries()) {
          for (const edit of batch) await applyEdit(city.db, toMarked(edit, at));
          incremental = await next(city);
        }
        await expectNoSecret(city, base);
        await changeWithheld(city.db, base);
        deepEqual(await next(city, true), incremental);
      } finally {
        await city.remove();
      }
    }),
    { numRuns: histories },
  );
  return { histories, releases };
}
