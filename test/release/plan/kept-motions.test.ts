import { appendFile, mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { replies } from "#db/schema/replies.ts";
import { KeptMotions, linkRecords, recordsFile } from "#release/plan/kept-motions.ts";
import { projectYear } from "#release/project/project-year.ts";
import { makeSmallCity, type SmallCity } from "../support/small-city.ts";

const YEAR = 2026;
let city: SmallCity;
let folder: (name: string) => Promise<string>;

beforeAll(async () => {
  city = await makeSmallCity(16, 1);
  folder = async (name) => {
    const path = join(city.dataFolder, name);
    await mkdir(path, { recursive: true });
    return path;
  };
});
afterAll(async () => await city.remove());

const read = async (known?: Parameters<typeof projectYear>[2]) => {
  const projected = await projectYear(city.db, YEAR, known);
  if (!projected) throw new Error("No year");
  return projected;
};

it("a year of which only what changed is read again is the year read whole, and so is what is kept of it", async () => {
  const [first, second, whole] = [await folder("first"), await folder("second"), await folder("whole")];
  new KeptMotions(first, undefined).write(YEAR, (await read()).motions);
  const [reply] = await city.db.select().from(replies).where(eq(replies.publication, "published"));
  const id = reply?.assignmentId ?? "";
  await city.db.update(replies).set({ publication: "unpublished" }).where(eq(replies.assignmentId, id));
  const kept = new KeptMotions(second, { folder: first });
  const before = kept.find(YEAR);
  if (!before) throw new Error("Nothing was kept");
  const stale = await read({ motions: before, changed: [] });
  const anew = await read({ motions: before, changed: [id.split(".")[0] ?? ""] });
  const all = await read();
  expect(anew).toEqual(all);
  expect(stale.year).not.toEqual(all.year);
  kept.write(YEAR, anew.motions);
  new KeptMotions(whole, undefined).write(YEAR, all.motions);
  expect(new KeptMotions(await folder("third"), { folder: second }).find(YEAR)).toEqual(all.motions);
  expect(new KeptMotions(await folder("third"), { folder: whole }).find(YEAR)).toEqual(all.motions);
});

it("a motion that is no more leaves the year", async () => {
  const { motions } = await read();
  const [some] = motions;
  if (!some) throw new Error("No motion");
  const gone = { ...some, number: 999, facts: { ...some.facts, id: "2026-jianyi-999" } };
  const known = { motions: [gone, ...motions], changed: [gone.facts.id] };
  expect((await read(known)).motions).toEqual(motions);
});

it("what was kept and cannot be read is read from the rows", async () => {
  const [torn, next] = [await folder("torn"), await folder("next")];
  new KeptMotions(torn, undefined).write(YEAR, (await read()).motions);
  await appendFile(join(torn, recordsFile(YEAR)), "]");
  expect(new KeptMotions(next, { folder: torn }).find(YEAR)).toBeUndefined();
  expect(new KeptMotions(next, undefined).find(YEAR)).toBeUndefined();
});

it("a year that was not written anew is linked, one that was stays", async () => {
  const [old, next] = [await folder("old"), await folder("linked")];
  const { motions } = await read();
  for (const year of [YEAR, YEAR - 1]) new KeptMotions(old, undefined).write(year, motions);
  new KeptMotions(next, undefined).write(YEAR, motions.slice(1));
  for (const year of [YEAR, YEAR - 1, YEAR - 2]) linkRecords(year, next, old);
  expect(await readFile(join(next, recordsFile(YEAR)))).not.toEqual(await readFile(join(old, recordsFile(YEAR))));
  const files = [old, next].map((at) => join(at, recordsFile(YEAR - 1)));
  const [from, to] = await Promise.all(files.map(async (file) => (await stat(file)).ino));
  expect(to).toBe(from);
});
