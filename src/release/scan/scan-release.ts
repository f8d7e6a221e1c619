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

/** Looks for every needle in the words of a file and in its name. Throws where the file cannot be opened. */
export function findLeaks(finder: NeedleFinder, path: string, bytes: Uint8Array): Leak[] {
  const readings = [path, openArtefact(path, bytes)].flatMap(readingsOf);
  const needles = new Set(readings.flatMap((reading) => [...finder.findIn(reading)]));
  return [...needles].map((needle) => ({ path, needle }));
}
