import { readingsOf } from "./fold-text.ts";
import { readHouseTexts } from "./house-texts.ts";
import type { NeedleFinder } from "./needles.ts";
import { Needles } from "./needles.ts";
import { openArtefact } from "./open-artefact.ts";

export type Leak = { readonly path: string; readonly needle: string };

/**
 * What must not be in the release: any ten characters in a row of a withheld text, and shorter texts, names and telephone
 * numbers as a whole, less those that stand word for word in something public (a set phrase, a title that a public reply
 * quotes) or in the program. `open` comes from the rows, not from the projection, so that a fault in the projection is
 * found and not excused.
 */
export function chooseNeedles(
  withheld: Iterable<string>,
  open: Iterable<string>,
  house: Iterable<string> = readHouseTexts(),
): Needles {
  const needles = Needles.of(withheld);
  for (const text of open) needles.removeIn(text);
  for (const text of house) needles.removeIn(text);
  return needles;
}

/** What a file says and how it is called, in every reading, piece by piece. Throws where the file cannot be opened. */
export async function* readArtefact(path: string, bytes: Uint8Array): AsyncGenerator<string> {
  yield* readingsOf(path);
  for await (const pieces of openArtefact(path, bytes)) for (const piece of pieces) yield* readingsOf(piece);
}

/** Looks for every needle in the words of a file and in its name. Throws where the file cannot be opened. */
export async function findLeaks(
  finder: Pick<NeedleFinder, "findIn">,
  path: string,
  bytes: Uint8Array,
): Promise<Leak[]> {
  const needles = new Set<string>();
  for await (const reading of readArtefact(path, bytes))
    for (const needle of finder.findIn(reading)) needles.add(needle);
  return [...needles].map((needle) => ({ path, needle }));
}
