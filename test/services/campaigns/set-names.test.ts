import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { campaigns } from "#db/schema/campaigns.ts";
import { audit } from "#db/schema/operations.ts";
import { createHiddenCheck } from "#functions/site/hidden.ts";
import { createSite } from "#functions/site/serve-site.ts";
import { setNames } from "#services/campaigns/set-names.ts";
import { Forbidden, NotFound } from "#services/errors.ts";
import { runReleases } from "#services/releases/run.ts";
import { copyWorld, makeWorld, type World } from "#test/support/world.ts";

const PAGE = "/2026/jianyi/39/";
const NAME = "冉云芳";
let base: World;
let world: World;
let dataFolder: string;

beforeAll(async () => {
  base = await makeWorld();
  world = await copyWorld(base);
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-names-"));
  await world.db.update(campaigns).set({ namesPublic: true }).where(eq(campaigns.id, "2026"));
});
afterAll(async () => {
  await world.close();
  await base.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const run = async () => await runReleases(world.system, { dataFolder, origin: "", base: "", keep: 5 });
const office = () => world.contextOf(world.people.office.actor);
/** A server that has just started: one that has just looked looks again after half a second. */
async function read(path: string): Promise<[status: number, named: boolean]> {
  const response = await createSite(dataFolder, "", createHiddenCheck(world.db)).request(path);
  return [response.status, (await response.text()).includes(NAME)];
}

it("names that cease to be public are gone at once, wherever they stand, and the release is without them", async () => {
  await run();
  expect(await read(PAGE)).toEqual([200, true]);
  await setNames(office(), "2026", false);
  const open = [PAGE, `${PAGE}index.json`, "/data/2026.json", "/data/2026.csv", "/2026/"];
  expect(await Promise.all(open.map(read))).toEqual(open.map(() => [503, false]));
  expect((await read("/"))[0]).toBe(200);
  const [row] = await world.db.select().from(audit).orderBy(desc(audit.seq)).limit(1);
  expect(row).toMatchObject({ action: "campaign.hide_names", object: "campaign:2026", actorId: office().actor.id });
  await run();
  expect(await Promise.all(open.map(read))).toEqual(open.map(() => [200, false]));
});

it("is the office's to decide, of a year that is there, once", async () => {
  const rows = await world.db.$count(audit);
  await expect(setNames(world.contextOf(world.people.zhujian.actor), "2026", true)).rejects.toThrow(Forbidden);
  await expect(setNames(office(), "1999", true)).rejects.toThrow(NotFound);
  await setNames(office(), "2026", false);
  expect(await world.db.$count(audit)).toBe(rows);
});
