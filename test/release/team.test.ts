import { closeSync, openSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textBlocks } from "#domain/reply/plain-text.ts";
import { loadRenderer } from "#release/render/renderer.ts";
import { SiteWriter } from "#release/assemble/site-writer.ts";
import { KeptMatters, packMatters } from "#release/project/kept-matters.ts";
import { Inspector } from "#release/scan/inspector.ts";
import { NeedleFinder, Needles } from "#release/scan/needles.ts";
import { Team } from "#release/team/team.ts";
import { SITE } from "#test/site/support/sample-frame.ts";
import { LIFT } from "#test/site/support/sample-matters.ts";
import { copySmallCity, hashSite, makeSmallCity, release, siteOf, type SmallCity } from "./support/small-city.ts";

describe("a release made by several threads", { timeout: 60_000 }, () => {
  let city: SmallCity;
  beforeAll(async () => {
    city = await makeSmallCity(12, 2);
  });
  afterAll(async () => await city.remove());

  it("is byte for byte what one thread makes, and the next one builds on it", async () => {
    const alone = await copySmallCity(city);
    await release(alone);
    const { report } = await release(city, { shareFrom: 1 });
    const made = await hashSite(await siteOf(city.dataFolder));
    expect(made).toEqual(await hashSite(await siteOf(alone.dataFolder)));
    expect(report.written).toBeGreaterThan(80);
    const next = await release(city, { shareFrom: 1 });
    expect(next.report).toMatchObject({ fullBecause: null, read: 0, rendered: 0 });
    expect(await hashSite(await siteOf(city.dataFolder))).toEqual(made);
    await alone.remove();
  });
});

describe.skipIf(availableParallelism() < 2)("a thread", { timeout: 60_000 }, () => {
  const team = new Team();
  let folder: string;
  let matters: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "huiyin-team-"));
    matters = openSync(join(folder, "matters.work"), "w+");
    await team.start("");
  });
  afterAll(async () => {
    await team.close();
    closeSync(matters);
    await rm(folder, { recursive: true });
  });

  /** As if this sentence of a public letter were withheld. */
  function share(sentence: string) {
    const kept = new KeptMatters(matters);
    kept.keep(packMatters([LIFT]));
    const siteFolder = join(folder, "site");
    team.equip({
      folder,
      siteFolder,
      store: join(folder, "parts"),
      mattersFile: join(folder, "matters.work"),
      places: kept.places,
      needles: Needles.of([sentence]).shared,
      site: SITE,
      address: "",
    });
    const inspector = new Inspector(new NeedleFinder(Needles.of([])));
    const writer = new SiteWriter(folder, siteFolder, join(folder, "parts"), [], inspector.inspect);
    return { inspector, writer, share: team.toShare(writer, inspector) };
  }
  const pageOf = (id: string) =>
    ({ kind: "pages", pages: [{ id, thread: [], related: [], documents: [] }], lines: new Map() }) as const;

  it("finds what must not be there, and says where", async () => {
    const sentence = textBlocks(LIFT.replies[0]?.body ?? { type: "doc", content: [] }).find(
      ({ length }) => length > 30,
    );
    const { inspector, writer, share: give } = share(sentence ?? "");
    await give(pageOf(LIFT.id));
    const page = `${LIFT.path.slice(1)}index.html`;
    expect(inspector.takeSuspects().map(({ path, shows }) => [path, shows])).toContainEqual([page, [LIFT.id]]);
    expect(await writer.findSeal(page)).toMatchObject({ path: page });
  });

  it("tells what it could not do, and `settle` too", async () => {
    const { share: give } = share("");
    await expect(give(pageOf("nobody"))).rejects.toThrow("nobody is not public");
    await expect(team.settle(await loadRenderer(""), async () => undefined)).rejects.toThrow("nobody is not public");
  });
});
