import { readHouseTexts } from "./house-texts.ts";
import { Needles } from "./needles.ts";
import { readOpenTexts, type SpooledTexts } from "./text-spool.ts";

export type Striking = {
  readonly texts: SpooledTexts;
  /** Titles that releases showed and no row has any more. */
  readonly former: ReadonlySet<string>;
  /** After few changes few needles are left, and the program is asked where one of them is met. */
  readonly withHouse: boolean;
};

/** Needles of the texts that were read, less what they, and the program, say in the open. */
export async function strikeNeedles({ texts, former, withHouse }: Striking): Promise<Needles> {
  const needles = Needles.of([...texts.withheld, ...former]);
  for await (const text of readOpenTexts(texts)) needles.removeIn(text);
  if (withHouse) for (const text of readHouseTexts()) needles.removeIn(text);
  return needles;
}
