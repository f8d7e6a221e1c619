import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replies } from "#db/schema/replies.ts";
import type { RegisterPartsView, RegisterView } from "#domain/view/record-views.ts";
import { countRegister } from "#domain/view/register-counts.ts";
import { explainRelease } from "#release/build-release.ts";
import { DATA_SIZES } from "#release/artefacts/data-sizes.ts";
import { copySmallCity, makeSmallCity, release, siteOf, type SmallCity } from "./support/small-city.ts";

/** A part of three numbers and more. */
const SIZES = { ...DATA_SIZES, yearInPartsFrom: 4, registerInPart: 3 };
const YEAR = 2026;
let whole: SmallCity;
let cut: SmallCity;

beforeAll(async () => {
  whole = await makeSmallCity(10, 1);
  cut = await copySmallCity(whole);
  await release(whole, { sizes: { ...SIZES, yearInPartsFrom: 11 } });
  await release(cut, { sizes: SIZES });
});
afterAll(async () => {
  await whole.remove();
  await cut.remove();
});

async function read<T>({ dataFolder }: SmallCity, path: string): Promise<T> {
  return JSON.parse(await readFile(join(await siteOf(dataFolder), path, "index.json"), "utf8")) as T;
}
const readParts = async () => await read<RegisterPartsView>(cut, `register/${YEAR}`);
const readPart = async (number: number) => await read<RegisterView>(cut, `register/${YEAR}/${number}`);

describe("a register in parts", { timeout: 60_000 }, () => {
  it("has every line of the year once, in the order of the numbers", async () => {
    const { parts } = await readParts();
    const { rows, part } = await read<RegisterView>(whole, `register/${YEAR}`);
    expect(part).toBeNull();
    expect(parts.length).toBeGreaterThan(2);
    const all = await Promise.all(parts.map(async ({ number }) => await readPart(number)));
    expect(all.flatMap((view) => view.rows)).toEqual(rows);
    expect(all.map((view) => view.rows.length)).toEqual(parts.map((item) => item.rows));
    expect(all.map((view) => [view.part?.before, view.part?.number, view.part?.behind])).toEqual(
      parts.map(({ number }, at) => [parts[at - 1]?.number ?? null, number, parts[at + 1]?.number ?? null]),
    );
  });

  it("says of each figure how many of its rows stand in which part, and leads there", async () => {
    const { parts, counted } = await readParts();
    const { rows } = await read<RegisterView>(whole, `register/${YEAR}`);
    const sums: Record<string, number> = {};
    for (const { counts } of parts)
      for (const [code, count] of Object.entries(counts)) sums[code] = (sums[code] ?? 0) + count;
    expect(sums).toEqual(countRegister(rows, counted));
    const site = await siteOf(cut.dataFolder);
    const page = await readFile(join(site, `register/${YEAR}/index.html`), "utf8");
    const links = [...page.matchAll(/href="\/register\/2026\/(\d+)\/#([a-z0-9_-]+)"/g)];
    expect(links.length).toBeGreaterThan(50);
    for (const [, number, code] of links) {
      const target = await readFile(join(site, `register/${YEAR}/${number}/index.html`), "utf8");
      expect(target.includes(`id="${code}"`), `${number}#${code}`).toBe(true);
    }
  });

  it("is not there for a year of fewer numbers", async () => {
    const folder = join(await siteOf(whole.dataFolder), `register/${YEAR}/1`);
    await expect(stat(folder)).rejects.toThrow("ENOENT");
  });

  it("changes in one part alone when one reply goes", async () => {
    const [reply] = await cut.db.select().from(replies).where(eq(replies.publication, "published"));
    const id = reply?.assignmentId ?? "";
    await cut.db.update(replies).set({ publication: "unpublished" }).where(eq(replies.assignmentId, id));
    const nothing = async () => undefined;
    const terms = { id: "", createdAt: "", origin: "https://huiyin.example", base: "", sizes: SIZES };
    const order = { ...terms, db: cut.db, dataFolder: cut.dataFolder, assertHeld: nothing, onStep: nothing };
    const { pages } = await explainRelease(order);
    const changed = pages.flatMap(({ path }) => /^\/register\/2026\/(\d*)/.exec(path)?.[1] ?? []);
    const numbers = changed.filter((number) => number !== "");
    expect(changed).toContain("");
    expect(numbers).toHaveLength(1);
    const { rows } = await readPart(Number(numbers[0]));
    expect(rows.map((row) => row.id)).toContain(id.split(".")[0]);
  });
});
