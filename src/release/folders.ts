import { mkdir, readFile, readdir, readlink, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "./seal/manifest.ts";

/** `data/releases`: one folder for each release, and `current`, which points at the one that readers see. */
export function releasesFolder(dataFolder: string): string {
  return join(dataFolder, "releases");
}

export const SITE = "site";
const CURRENT = "current";
const UNFINISHED = ".tmp";

export async function findCurrent(dataFolder: string): Promise<string | undefined> {
  try {
    return await readlink(join(releasesFolder(dataFolder), CURRENT));
  } catch {
    return undefined;
  }
}

/** A fresh empty folder: a release is never built in place (Pagefind leaves old fragments, security reference F1). */
export async function openUnfinished(dataFolder: string, id: string): Promise<string> {
  const folder = join(releasesFolder(dataFolder), `${id}${UNFINISHED}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, SITE), { recursive: true });
  return folder;
}

/** Gives the finished folder its name and points `current` at it; readers see the old one or the new one. */
export async function swapIn(dataFolder: string, id: string, unfinished: string): Promise<void> {
  const releases = releasesFolder(dataFolder);
  await rm(join(releases, id), { recursive: true, force: true });
  await rename(unfinished, join(releases, id));
  const next = join(releases, `${CURRENT}${UNFINISHED}`);
  await rm(next, { force: true });
  await symlink(id, next, "junction");
  await rename(next, join(releases, CURRENT));
}

export async function readManifest(dataFolder: string, id: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(releasesFolder(dataFolder), id, "manifest.json"), "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

/** Finished releases, newest first. */
export async function listReleases(dataFolder: string): Promise<string[]> {
  try {
    const names = await readdir(releasesFolder(dataFolder));
    return names
      .filter((name) => /^r\d{6,}$/.test(name))
      .toSorted()
      .toReversed();
  } catch {
    return [];
  }
}

/** Removes what a killed release left behind. Only while holding the lease of releases. */
export async function removeUnfinished(dataFolder: string): Promise<void> {
  const names = await readdir(releasesFolder(dataFolder)).catch(() => []);
  for (const name of names.filter((item) => item.endsWith(UNFINISHED))) {
    await rm(join(releasesFolder(dataFolder), name), { recursive: true, force: true });
  }
}

/** Keeps the newest `keep`; an older one that holds a reply which is public no more goes whatever its age. */
export async function collectGarbage(dataFolder: string, current: Manifest, keep: number): Promise<string[]> {
  const held = new Set(current.holds);
  const removed: string[] = [];
  let kept = 1;
  for (const id of await listReleases(dataFolder)) {
    if (id === current.id) continue;
    const manifest = await readManifest(dataFolder, id);
    const clean = manifest?.holds.every((item) => held.has(item)) ?? false;
    if (clean && kept < keep) {
      kept++;
      continue;
    }
    await rm(join(releasesFolder(dataFolder), id), { recursive: true, force: true });
    removed.push(id);
  }
  return removed;
}
