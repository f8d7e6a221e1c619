import { killReleases } from "#test/release/support/kill-releases.ts";
import { makeSmallCity } from "#test/release/support/small-city.ts";

const LONGEST_MS = 1_500;

/** kill -9 at moments spread over more than one release. Throws at the first torn release, lost row or leftover. */
export async function benchKills(kills: number) {
  const city = await makeSmallCity(6, 1);
  const start = performance.now();
  try {
    const result = await killReleases(city, kills, LONGEST_MS);
    return { ...result, torn: 0, lost: 0, leftovers: 0, seconds: Math.round((performance.now() - start) / 1000) };
  } finally {
    await city.remove();
  }
}
