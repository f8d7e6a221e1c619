import type { Reader } from "#db/open.ts";
import { listMotionIds, readCityTexts, readMotionTexts } from "#db/reads/withheld.ts";
import { LeakFound } from "../errors.ts";
import { inBatches } from "../project/matter-source.ts";
import { readHouseTexts } from "./house-texts.ts";
import { NeedleFinder, Needles, foldNeedle, toPieces } from "./needles.ts";

export type Suspect = {
  readonly path: string;
  /** A stretch of what the file says, folded. */
  readonly stretch: string;
  /** Motions whose words may stand there. */
  readonly shows: readonly string[];
};

/** Strikes out what these motions and the city say in the open. */
export async function strikeOpen(reader: Reader, needles: Needles, ids: readonly string[]): Promise<void> {
  for (const text of (await readCityTexts(reader)).open) needles.removeIn(text);
  for (const batch of inBatches(ids)) {
    if (needles.size === 0) return;
    for (const text of (await readMotionTexts(reader, batch)).open) needles.removeIn(text);
  }
}

/** Those of the needles that stand in a withheld text, or in a title of former times. */
async function keepWithheld(reader: Reader, needles: Needles, former: Iterable<string>): Promise<Needles> {
  const finder = new NeedleFinder(needles);
  const found = new Set<string>();
  const look = (texts: readonly string[]) => {
    for (const text of texts)
      for (const piece of [...toPieces(text), foldNeedle(text)]) for (const hit of finder.findIn(piece)) found.add(hit);
  };
  look([...former]);
  look((await readCityTexts(reader)).withheld);
  for (const ids of inBatches(await listMotionIds(reader))) look((await readMotionTexts(reader, ids)).withheld);
  return Needles.of(found);
}

/**
 * Decides by the rows which suspects are leaks: what stands in some open text or in the program is none, and what stands
 * in no withheld text neither. Asks first the motions that the files show, which is nearly always enough.
 */
export async function confirmLeaks(
  reader: Reader,
  suspects: readonly Suspect[],
  former: Iterable<string>,
): Promise<Suspect[]> {
  const needles = Needles.of(new Set(suspects.map(({ stretch }) => stretch)));
  await strikeOpen(reader, needles, [...new Set(suspects.flatMap(({ shows }) => shows))]);
  if (needles.size > 0) for (const text of readHouseTexts()) needles.removeIn(text);
  if (needles.size > 0) await strikeOpen(reader, needles, await listMotionIds(reader));
  if (needles.size === 0) return [];
  const leaked = new NeedleFinder(await keepWithheld(reader, needles, former));
  return suspects.filter(({ stretch }) => leaked.findIn(stretch).size > 0);
}

/** Throws LeakFound where suspects are leaks. */
export async function assertClean(
  reader: Reader,
  suspects: readonly Suspect[],
  former: Iterable<string>,
): Promise<void> {
  if (suspects.length === 0) return;
  const paths = new Set((await confirmLeaks(reader, suspects, former)).map(({ path }) => path));
  if (paths.size === 0) return;
  const named = [...paths].slice(0, 5).join(", ");
  throw new LeakFound(`Failed to release: withheld strings found in ${paths.size} files: ${named}`);
}
