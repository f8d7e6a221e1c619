import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileSeal, PartSeal } from "../seal/manifest.ts";
import { storeName } from "./parts.ts";

/** A part of the release before: where it lies, the list of its files, and the folder of the filter over all that they say. */
export type KnownPart = PartSeal & { readonly folder: string; readonly list: string; readonly grams: string };

export function knownPart(part: PartSeal, site: string, store: string): KnownPart {
  if (part.name === "") {
    const release = dirname(site);
    return { ...part, folder: site, list: join(release, "files.json"), grams: join(release, "files.grams") };
  }
  const path = join(store, storeName(part.name, part.root));
  return { ...part, folder: path, list: `${path}.json`, grams: `${path}.grams` };
}

export async function readFileList(part: KnownPart): Promise<FileSeal[]> {
  return JSON.parse(await readFile(part.list, "utf8")) as FileSeal[];
}

/** Where a file of the site lies in the folder of its part. */
export function placeIn({ name, folder }: Pick<KnownPart, "name" | "folder">, path: string): string {
  return join(folder, name === "" ? path : path.slice(name.length + 1));
}
