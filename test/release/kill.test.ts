import { expect, it } from "vitest";
import { killReleases } from "./support/kill-releases.ts";
import { makeSmallCity } from "./support/small-city.ts";

/** `npm run bench -- kills` looks further. */
const KILLS = 20;
const LONGEST_MS = 700;

it("a process that is killed while it releases leaves a whole release, a whole audit, and nothing behind", async () => {
  const city = await makeSmallCity(6, 1);
  const { changes } = await killReleases(city, KILLS, LONGEST_MS);
  expect(changes).toBeGreaterThanOrEqual(KILLS / 2);
  await city.remove();
}, 400_000);
