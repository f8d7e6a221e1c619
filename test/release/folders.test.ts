import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  collectGarbage,
  findCurrent,
  listReleases,
  openUnfinished,
  partsFolder,
  removeUnfinished,
  swapIn,
} from "#release/folders.ts";
import { NotLinked } from "#release/errors.ts";
import { storeName } from "#release/assemble/parts.ts";
import type { Manifest } from "#release/seal/manifest.ts";
import { failFiles, Fault } from "./support/faults/inject.ts";

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "huiyin-folders-"));
});
afterEach(async () => await rm(data, { recursive: true, force: true }));

const manifest = (id: string, gone: string[] | null): Manifest => ({
  id,
  gone,
  createdAt: "2026-11-21T00:00:00.000Z",
  previous: null,
  previousRoot: null,
  auditHead: null,
  origin: "",
  base: "",
  root: "",
  salt: "",
  pages: 1,
  files: 0,
  bytes: 0,
  parts: [],
});

async function make(id: string, gone: string[] | null = []): Promise<Manifest> {
  const folder = await openUnfinished(data, id);
  await writeFile(join(folder, "site", "index.html"), id);
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest(id, gone)));
  await swapIn(data, id, folder);
  return manifest(id, gone);
}

const page = async () => await readFile(join(data, "releases/current/site/index.html"), "utf8");

describe("release folders", () => {
  it("show the new release once it is swapped in, and the old one until then", async () => {
    await make("r000001");
    await openUnfinished(data, "r000002");
    expect(await findCurrent(data)).toBe("r000001");
    await make("r000002");
    expect(await page()).toBe("r000002");
    expect(await listReleases(data)).toEqual(["r000002", "r000001"]);
  });

  it("start empty whatever a killed release left", async () => {
    const first = await openUnfinished(data, "r000001");
    await writeFile(join(first, "site", "old.html"), "old");
    const second = await openUnfinished(data, "r000001");
    expect(await readdir(join(second, "site"))).toEqual([]);
  });

  it("lose what is unfinished and nothing else at the next start", async () => {
    await make("r000001");
    await openUnfinished(data, "r000002");
    await removeUnfinished(data);
    expect((await readdir(join(data, "releases"))).toSorted()).toEqual(["current", "parts", "r000001"]);
    expect(await page()).toBe("r000001");
  });

  it("keep the last ones", async () => {
    for (const id of ["r000001", "r000002", "r000003"]) await make(id);
    const removed = await collectGarbage(data, await make("r000004"), 3);
    expect(removed).toEqual(["r000001"]);
  });

  it("keep none that is older than one from which something went, however new", async () => {
    await make("r000001");
    await make("r000002", ["b@1"]);
    const removed = await collectGarbage(data, await make("r000003"), 5);
    expect(removed).toEqual(["r000001"]);
  });

  it("keep none older than one of which nobody knows what went", async () => {
    await make("r000001");
    expect(await collectGarbage(data, await make("r000002", null), 5)).toEqual(["r000001"]);
  });

  it("are not guessed at where the link to the one that readers see was copied as a folder", async () => {
    await mkdir(join(data, "releases/current"), { recursive: true });
    await expect(findCurrent(data)).rejects.toThrow(NotLinked);
  });

  it("keep none without a manifest", async () => {
    await make("r000001");
    await rm(join(data, "releases/r000001/manifest.json"));
    expect(await collectGarbage(data, await make("r000002"), 5)).toEqual(["r000001"]);
  });
});

describe("what cannot be read", () => {
  it("is not taken for gone: parts that a release shows stay, whichever look at the disk fails", async () => {
    const shown = { name: "2026/jianyi", root: "a".repeat(64), files: 1, bytes: 1 };
    await make("r000001");
    await writeFile(
      join(data, "releases/r000001/manifest.json"),
      JSON.stringify({ ...manifest("r000001", []), parts: [shown] }),
    );
    const part = join(partsFolder(data), storeName(shown.name, shown.root));
    await writeFile(part, "");
    for (let call = 1; call <= 6; call++) {
      const undo = failFiles(data, new Fault(call), { code: "EIO" });
      await removeUnfinished(data).catch(() => undefined);
      undo();
      expect(await readFile(part, "utf8"), `call ${call}`).toBe("");
    }
    await writeFile(join(partsFolder(data), "2025-jianyi.bbbb"), "");
    await removeUnfinished(data);
    expect(await readdir(partsFolder(data))).toEqual([storeName(shown.name, shown.root)]);
  });
});
