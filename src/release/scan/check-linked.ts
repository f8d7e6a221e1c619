import { readFile } from "node:fs/promises";
import type { Reader } from "#db/open.ts";
import type { LinkedFile, SiteWriter } from "../assemble/site-writer.ts";
import { strikeOpen, type Suspect } from "./confirm.ts";
import { findHeld } from "./file-grams.ts";
import { askGrams } from "./kept-grams.ts";
import { NeedleFinder, Needles } from "./needles.ts";
import { readArtefact } from "./scan-release.ts";

/** Whom to ask whether something is open: the rows, of these motions. */
type Asked = { readonly reader: Reader; readonly near: readonly string[] };

export type Reopened = { readonly files: number; readonly suspects: readonly Suspect[] };

async function reopen(files: readonly LinkedFile[], finder: NeedleFinder): Promise<Suspect[]> {
  const suspects: Suspect[] = [];
  for (const { path, place } of files) {
    for await (const reading of readArtefact(path, await readFile(place)))
      for (const stretch of finder.findIn(reading)) suspects.push({ path, stretch, shows: [] });
  }
  return suspects;
}

/**
 * What is linked, or taken over into a file that was written anew, was clean when it was written. It holds a leak now only
 * if it holds a needle that is new: from a text written since, or one that was open then (README). What its part's filter
 * surely lacks need not be opened, nor what other letters say in the open.
 */
export async function checkLinked(writer: SiteWriter, fresh: Needles, { reader, near }: Asked): Promise<Reopened> {
  const nothing = { files: 0, suspects: [] };
  if (fresh.size === 0) return nothing;
  const parts = [];
  const held = new Set<string>();
  for await (const { part, files } of writer.listLinked()) {
    const found = askGrams(part.grams, (grams) => findHeld(grams, fresh));
    for (const text of found) held.add(text);
    if (found.length > 0) parts.push({ files, part });
  }
  if (held.size === 0) return nothing;
  const needles = Needles.of(held);
  await strikeOpen(reader, needles, near);
  const suspects: Suspect[] = [];
  let opened = 0;
  for (const { files, part } of parts) {
    if (askGrams(part.grams, (grams) => findHeld(grams, needles)).length === 0) continue;
    const linked = await files();
    suspects.push(...(await reopen(linked, new NeedleFinder(needles))));
    opened += linked.length;
  }
  return { files: opened, suspects };
}
