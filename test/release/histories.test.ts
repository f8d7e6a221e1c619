import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMotionIds, readCityTexts, readMotionTexts } from "#db/reads/withheld.ts";
import { type CanaryCity, changeWithheld, makeCanaryCity, readSecretMarks } from "./support/histories/canary-city.ts";
import { PUBLIC_PLACES } from "./support/histories/public-places.ts";
import { runReleaseHistories, SMALL_FILES } from "./support/histories/release-history.ts";
import { runViewHistories } from "./support/histories/view-history.ts";
import { copySmallCity, release } from "./support/small-city.ts";

/** `npm run bench -- histories` looks further. */
const VIEWS = { histories: 500, atOnce: 25, compareEvery: 4 };
const RELEASES = { histories: 10, steps: 2 };

let base: CanaryCity;
beforeAll(async () => {
  base = await makeCanaryCity(10, 2);
});
afterAll(async () => await base.remove());

/** Of the machine, of offices, or (a leader) as likely in any public letter: the scan has no word of them. */
const NOT_LOOKED_FOR = new Set([
  "documents.category",
  "documents.issuer",
  "documents.publisher",
  "documents.source",
  "gate_overrides.where",
  "key_items.chair",
  "key_items.leader",
  "motions.joint_text",
  "motions.leader",
  "motions.supervisor",
  "outcomes.evidence",
  "originals.sha256",
  "private_contacts.holder",
  "reminders.deadline",
  "return_reasons.text",
  "unit_people.title",
]);

describe("any history of a city with a canary in every field", { timeout: 600_000 }, () => {
  it("shows nothing withheld in projection, views and search records, nor by what is withheld", async () => {
    const result = await runViewHistories(base, VIEWS);
    expect(result).toMatchObject({ histories: 500, compared: 5 });
  });

  it("shows nothing withheld in any file released, and a full release is the incremental one to the byte", async () => {
    await release(base, { sizes: SMALL_FILES });
    expect(await runReleaseHistories(base, RELEASES)).toMatchObject({ histories: 10 });
  });

  it("has a canary in every field that the public may read, and in many that it may not", async () => {
    const [open, withheld] = [0, 1].map((part) =>
      base.places.filter((place) => place in PUBLIC_PLACES === (part === 0)),
    );
    expect(open?.length).toBeGreaterThan(25);
    expect(withheld?.length).toBeGreaterThan(35);
    const city = await copySmallCity(base);
    const secret = await readSecretMarks(city.db, base);
    expect(await changeWithheld(city.db, base)).toBeGreaterThanOrEqual(secret.size / 2);
    expect((await readSecretMarks(city.db, base)).size).toBe(secret.size);
    await city.remove();
  });

  it("is looked for in every field that is withheld", async () => {
    const texts = [await readCityTexts(base.db), await readMotionTexts(base.db, await listMotionIds(base.db))];
    const known = texts.flatMap(({ withheld }) => withheld).join("\n");
    const secret = await readSecretMarks(base.db, base);
    const unknown = [...secret].filter(([mark, place]) => !known.includes(mark) && !NOT_LOOKED_FOR.has(place));
    expect([...new Set(unknown.map(([, place]) => place))]).toEqual([]);
  });
});
