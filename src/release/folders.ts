import { mkdir, readFile, readdir, readlink, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { storeName } from "./assemble/parts.ts";
import { NotLinked } from "./errors.ts";
import { flushNames } from "./flush.ts";
import { ifThere } from "./if-there.ts";
import type { Manifest } from "./seal/manifest.ts";

/** `data/releases`: one folder for each release, `parts` that they share, and `current`, which readers see. */
export function releasesFolder(dataFolder: string): string {
  return join(dataFolder, "releases");
}

export function partsFolder(dataFolder: string): string {
  return join(releasesFolder(dataFolder), PARTS);
}

export const SITE = "site";
const PARTS = "parts";
const CURRENT = "current";
const UNFINISHED = ".tmp";

/** Undefined: there is none yet. Throws where nobody can tell: a release would take it for the first one. */
export async function findCurrent(dataFolder: string): Promise<string | undefined> {
  return await ifThere(readlink(join(releasesFolder(dataFolder), CURRENT))).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EINVAL" ? new NotLinked("Failed to find the release: `current` is no link") : error;
  });
}

/** A fresh empty folder: a release is never built in place (what was left would be published, security reference F1). */
export async function openUnfinished(dataFolder: string, id: string): Promise<string> {
  const folder = join(releasesFolder(dataFolder), `${id}${UNFINISHED}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, SITE), { recursive: true });
  await mkdir(partsFolder(dataFolder), { recursive: true });
  return folder;
}

/** Gives the finished folder its name and points `current` at it; readers see the old one or the new one. */
export async function swapIn(dataFolder: string, id: string, unfinished: string): Promise<void> {
  const releases = releasesFolder(dataFolder);
  await rm(join(releases, id), { recursive: true, force: true });
  await rename(unfinished, join(releases, id));
  await pointAt(dataFolder, id);
}

/** Makes a finished release the one that readers see. */
export async function pointAt(dataFolder: string, id: string): Promise<void> {
  const releases = releasesFolder(dataFolder);
  const next = join(releases, `${CURRENT}${UNFINISHED}`);
  await rm(next, { force: true });
  await symlink(id, next, "junction");
  await rename(next, join(releases, CURRENT));
  await flushNames(releases);
}

export async function readManifest(dataFolder: string, id: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(releasesFolder(dataFolder), id, "manifest.json"), "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

/** None where the folder is not there yet. Throws where it cannot be read: what is not seen would be taken for gone, and removed. */
async function listNames(folder: string): Promise<string[]> {
  return (await ifThere(readdir(folder))) ?? [];
}

/** Finished releases, newest first. */
export async function listReleases(dataFolder: string): Promise<string[]> {
  const names = await listNames(releasesFolder(dataFolder));
  return names
    .filter((name) => /^r\d{6,}$/.test(name))
    .toSorted()
    .toReversed();
}

/** Removes the folder of one release that came to nothing; its parts go when the next one begins. */
export async function removeOwnUnfinished(dataFolder: string, id: string): Promise<void> {
  await rm(join(releasesFolder(dataFolder), `${id}${UNFINISHED}`), { recursive: true, force: true });
}

/** Removes what a killed release left behind. Only while holding the lease of releases. */
export async function removeUnfinished(dataFolder: string): Promise<void> {
  const names = await listNames(releasesFolder(dataFolder));
  for (const name of names.filter((item) => item.endsWith(UNFINISHED))) {
    await rm(join(releasesFolder(dataFolder), name), { recursive: true, force: true });
  }
  await removeUnusedParts(dataFolder);
}

/** Parts that no release links: of one that was killed, or that is no more. */
async function removeUnusedParts(dataFolder: string): Promise<void> {
  const used = new Set<string>();
  for (const id of await listReleases(dataFolder)) {
    const manifest = await readManifest(dataFolder, id);
    // One that cannot be read keeps its parts until it goes itself.
    if (!manifest?.parts) return;
    for (const { name, root } of manifest.parts) used.add(storeName(name, root));
  }
  const names = await listNames(partsFolder(dataFolder));
  for (const name of names) {
    const store = name.replace(/\.(?:json|grams)$/, "");
    if (!used.has(store)) await rm(join(partsFolder(dataFolder), name), { recursive: true, force: true });
  }
}

/** Removes releases made after the one that readers see again: what they hold must not wait on the disk. */
export async function removeNewer(dataFolder: string, id: string): Promise<string[]> {
  const newer = (await listReleases(dataFolder)).filter((name) => name > id);
  for (const name of newer) await rm(join(releasesFolder(dataFolder), name), { recursive: true, force: true });
  await removeUnusedParts(dataFolder);
  return newer;
}

/** May an older release stay? Not once something that it may hold ceased to be public. */
async function listStale(dataFolder: string): Promise<{ id: string; isClean: boolean }[]> {
  const stale: { id: string; isClean: boolean }[] = [];
  let isClean = true;
  for (const id of await listReleases(dataFolder)) {
    const manifest = await readManifest(dataFolder, id);
    stale.push({ id, isClean: isClean && manifest?.parts !== undefined });
    // Fail closed: where nobody knows what went, everything older goes.
    if (!manifest?.gone || manifest.gone.length > 0) isClean = false;
  }
  return stale;
}

/** Keeps the newest `keep`; an older one that may hold a reply which is public no more goes whatever its age. */
export async function collectGarbage(
  dataFolder: string,
  current: Pick<Manifest, "id">,
  keep: number,
): Promise<string[]> {
  const removed: string[] = [];
  let kept = 1;
  for (const { id, isClean } of await listStale(dataFolder)) {
    if (id === current.id) continue;
    if (isClean && kept < keep) {
      kept++;
      continue;
    }
    await rm(join(releasesFolder(dataFolder), id), { recursive: true, force: true });
    removed.push(id);
  }
  await removeUnusedParts(dataFolder);
  return removed;
}
