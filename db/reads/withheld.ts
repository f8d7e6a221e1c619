import type { Reader } from "../open.ts";
import { motions } from "../schema/motions.ts";
import { readOpenFrame } from "./open-frame.ts";
import { readMatterTexts } from "./withheld-matters.ts";
import { readCityProcessTexts, readProcessTexts } from "./withheld-process.ts";
import { readReplyTexts } from "./withheld-replies.ts";
import { readDocumentTexts } from "./withheld-documents.ts";
import { findPublished, findScope, ReleaseTextList } from "./withheld-texts.ts";

/**
 * A withheld string of two to four Han characters is the name of a person; of a telephone number the local part counts.
 * What stands in `open` too is not withheld.
 */
export type ReleaseTexts = { readonly withheld: string[]; readonly open: string[] };

/** What belongs to no motion: the frame of the site, documents, people. */
export async function readCityTexts(reader: Reader): Promise<ReleaseTexts> {
  const texts = new ReleaseTextList();
  await readOpenFrame(reader, texts);
  await readDocumentTexts(reader, texts);
  await readCityProcessTexts(reader, texts);
  return { withheld: texts.withheld, open: texts.open };
}

/** Every motion, public or not. */
export async function listMotionIds(reader: Reader): Promise<string[]> {
  const rows = await reader.select({ id: motions.id }).from(motions).orderBy(motions.id);
  return rows.map((row) => row.id);
}

/** What belongs to these motions; a few hundred at a time. */
export async function readMotionTexts(reader: Reader, ids: readonly string[]): Promise<ReleaseTexts> {
  const texts = new ReleaseTextList();
  const scope = await findScope(reader, ids);
  const published = await findPublished(reader, scope);
  await readReplyTexts(reader, published, texts, scope);
  await readMatterTexts(reader, published, texts, scope);
  await readProcessTexts(reader, published, texts, scope);
  return { withheld: texts.withheld, open: texts.open };
}
