import type { Block, RichText } from "./rich-text.ts";

/** Blocks that are printed: an empty paragraph is none. Their numbers from 1 are the anchors p1, p2 … of a letter. */
export function listParagraphs(body: RichText): Block[] {
  return body.content.filter((block) => block.type !== "paragraph" || (block.content ?? []).length > 0);
}

/** Number of the anchor of a block (index from 0); undefined where nothing is printed there. */
export function findParagraph(body: RichText, block: number): number | undefined {
  const found = body.content[block];
  if (found === undefined) return undefined;
  const at = listParagraphs(body).indexOf(found);
  return at < 0 ? undefined : at + 1;
}
