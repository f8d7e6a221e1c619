import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { motions } from "#db/schema/motions.ts";
import { explainRelease } from "#release/build-release.ts";
import { findCurrent } from "#release/folders.ts";
import { applyEdit } from "./support/edits.ts";
import { copySmallCity, makeSmallCity, release, type SmallCity } from "./support/small-city.ts";

let released: SmallCity;

beforeAll(async () => {
  released = await makeSmallCity(12, 2);
  await release(released);
});
afterAll(async () => await released.remove());

describe("an incremental release", { timeout: 60_000 }, () => {
  it("says before what it will render, and makes nothing by saying so", async () => {
    const city = await copySmallCity(released);
    const order = { db: city.db, dataFolder: city.dataFolder, origin: "https://huiyin.example", base: "" };
    const nothing = async () => undefined;
    const { TMPDIR } = process.env;
    const own = await mkdtemp(join(tmpdir(), "huiyin-explain-"));
    const left = new Set<string>();
    // What it reads holds withheld texts: a process killed at any step leaves none of it.
    const onStep = async () => (await readdir(own)).forEach((name) => left.add(name));
    const explain = async () => {
      process.env["TMPDIR"] = own;
      return await explainRelease({ ...order, id: "", createdAt: "", assertHeld: nothing, onStep }).finally(() => {
        if (TMPDIR === undefined) delete process.env["TMPDIR"];
        else process.env["TMPDIR"] = TMPDIR;
      });
    };
    expect(await explain()).toMatchObject({ everyBecause: null, motions: [], pages: [] });
    const [motion] = await city.db.select({ id: motions.id }).from(motions).where(eq(motions.kind, "suggestion"));
    await city.db
      .update(motions)
      .set({ keyItem: sql`not key_item` })
      .where(eq(motions.id, motion?.id ?? ""));
    const explained = await explain();
    expect(explained.motions).toEqual([motion?.id]);
    expect(await findCurrent(city.dataFolder)).toBe(await findCurrent(released.dataFolder));
    const { report } = await release(city);
    expect(report).toMatchObject({ fullBecause: null, read: 1, rendered: explained.pages.length });
    expect(report.linked).toBeGreaterThan(report.written);
    await applyEdit(city.db, { kind: "unit_name", pick: 3, word: "" });
    expect((await explain()).everyBecause).toContain("units");
    expect([...left, ...(await readdir(own))]).toEqual([]);
    await rm(own, { recursive: true });
    await city.remove();
  });
});
