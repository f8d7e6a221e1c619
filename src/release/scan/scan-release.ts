import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { foldText, readingsOf } from "./fold-text.ts";
import { NeedleFinder, SHORTEST } from "./needles.ts";
import { openArtefact } from "./open-artefact.ts";

export type Leak = { readonly path: string; readonly needle: string };

/** Sentences of a text as needles; shorter ones say nothing of anybody. */
export function toNeedles(text: string): string[] {
  return text
    .split(/[\n。；！？]/)
    .map(foldText)
    .filter((sentence) => sentence.length >= SHORTEST);
}

/**
 * What must not be in the release: strings of withheld things, less those that stand word for word in something public
 * (a set phrase, a title that a public reply quotes). `publicTexts` comes from the rows, not from the projection,
 * so that a fault in the projection is found and not excused.
 */
export function chooseNeedles(withheld: Iterable<string>, publicTexts: Iterable<string>): Set<string> {
  const needles = new Set<string>();
  for (const text of withheld) for (const needle of toNeedles(text)) needles.add(needle);
  const finder = new NeedleFinder(needles);
  for (const text of publicTexts) for (const known of finder.findIn(foldText(text))) needles.delete(known);
  return needles;
}

/** Opens every file of the folder and looks for every needle, in the file's words and in its name. */
export async function scanRelease(
  folder: string,
  needles: Iterable<string>,
): Promise<{ files: number; leaks: Leak[] }> {
  const finder = new NeedleFinder(needles);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const leaks: Leak[] = [];
  let files = 0;
  for (const entry of entries.filter((item) => item.isFile())) {
    const name = join(entry.parentPath, entry.name);
    const path = relative(folder, name).replaceAll("\\", "/");
    const texts = [path, openArtefact(path, await readFile(name))];
    for (const reading of texts.flatMap(readingsOf)) {
      for (const needle of finder.findIn(reading)) leaks.push({ path, needle });
    }
    files++;
  }
  return { files, leaks };
}
