import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findOffer, isOfferable, offerBundle, offerKey, removeOffer } from "#release/bundle/offer.ts";

const BUNDLE = { release: "r000004", root: "ab", day: "2026-06-01", files: 9, bytes: 4, sha256: "cd" };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-test-"));
  const file = join(folder, "made.zip");
  await writeFile(file, "PK..");
  await offerBundle(folder, file, BUNDLE);
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const path = "/offline/huiyin-2026-06-01-r000004.zip";
const find = async (id: string, keys: Record<string, string> | undefined, gone: readonly string[] | null = []) =>
  (await findOffer(folder, { id, keys }, gone))?.path;

describe("an offline copy on the site", () => {
  it("stands while it is of the release before, or stood in it", async () => {
    expect(await find("r000004", {})).toBe(path);
    expect(await find("r000007", { [offerKey({ path })]: "cd" })).toBe(path);
  });

  it("does not where nobody knows what went since", async () => {
    expect(await find("r000007", {})).toBeUndefined();
    expect(await find("r000007", undefined)).toBeUndefined();
    expect(await find("r000007", { [offerKey({ path })]: "ef" })).toBeUndefined();
    expect(await find("r000004", {}, null)).toBeUndefined();
    expect(await findOffer(folder, undefined, [])).toBeUndefined();
  });

  it("goes with the first thing that ceases to be public", async () => {
    expect(await find("r000004", {}, ["a-1@1"])).toBeUndefined();
  });

  it("does not where it is not the file that was offered", async () => {
    await writeFile(join(folder, "offline", "offer.zip"), "PK");
    expect(await find("r000004", {})).toBeUndefined();
  });

  it("leaves nothing on the disk", async () => {
    await removeOffer(folder);
    expect(await readdir(join(folder, "offline"))).toEqual([]);
  });

  it.each([
    [0xfffe, 200_000_000, true],
    [0xffff, 1, false],
    [1, 200_000_001, false],
  ])("of %i files and %i bytes: %s", (files, bytes, is) => expect(isOfferable({ files, bytes })).toBe(is));
});
