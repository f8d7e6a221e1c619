import { makeCanaryCity, type CanaryCity } from "#test/release/support/histories/canary-city.ts";
import { runReleaseHistories, SMALL_FILES } from "#test/release/support/histories/release-history.ts";
import { runViewHistories } from "#test/release/support/histories/view-history.ts";
import { release } from "#test/release/support/small-city.ts";

const seconds = (since: number): number => Math.round((performance.now() - since) / 1000);

async function inCity<T>(matters: number, years: number, work: (city: CanaryCity) => Promise<T>) {
  const start = performance.now();
  const city = await makeCanaryCity(matters, years);
  try {
    const result = await work(city);
    process.stderr.write(`histories: ${JSON.stringify(result)}\n`);
    return { ...result, fields: city.places.length, hits: 0, seconds: seconds(start) };
  } finally {
    await city.remove();
  }
}

/**
 * Random histories of a city with a canary in every field, one at a time through projection, views and search records, and
 * a twentieth as many through whole releases. Throws at the first canary that is withheld and found, with its history.
 */
export async function benchHistories(runs: number) {
  const views = await inCity(
    8,
    2,
    async (city) => await runViewHistories(city, { histories: runs, atOnce: 1, compareEvery: 2 }),
  );
  const releases = await inCity(16, 2, async (city) => {
    await release(city, { sizes: SMALL_FILES });
    return await runReleaseHistories(city, { histories: Math.ceil(runs / 20), steps: 3 });
  });
  return { views, releases };
}
