import type { Reader } from "../open.ts";
import { readOpenFrame } from "./open-frame.ts";
import { readMatterTexts } from "./withheld-matters.ts";
import { readProcessTexts } from "./withheld-process.ts";
import { readReplyTexts } from "./withheld-replies.ts";
import { readDocumentTexts } from "./withheld-documents.ts";
import { findPublished, ReleaseTextList } from "./withheld-texts.ts";

/**
 * A withheld string of two to four Han characters is the name of a person; of a telephone number the local part counts.
 * What stands in `open` too is not withheld.
 */
export type ReleaseTexts = { readonly withheld: string[]; readonly open: string[] };

/** For the scan of a release, apart from the projection: what is withheld, and what is public. */
export async function readReleaseTexts(reader: Reader): Promise<ReleaseTexts> {
  const texts = new ReleaseTextList();
  const published = await findPublished(reader);
  await readOpenFrame(reader, texts);
  await readReplyTexts(reader, published, texts);
  await readMatterTexts(reader, published, texts);
  await readDocumentTexts(reader, texts);
  await readProcessTexts(reader, published, texts);
  return { withheld: texts.withheld, open: texts.open };
}
