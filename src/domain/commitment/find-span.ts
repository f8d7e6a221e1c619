import { plainText } from "../reply/plain-text.ts";
import type { RichText } from "../reply/rich-text.ts";

/** A place in a letter: which block of the body, and from where to where in its plain text. */
export type Span = { readonly block: number; readonly start: number; readonly end: number };

/** The plain text of one block of the body, as spans count it; undefined where there is no such block. */
export function findBlockText(body: RichText, block: number): string | undefined {
  const found = body.content[block];
  return found && plainText({ type: "doc", content: [found] });
}

/** The words at a span; undefined where it does not lie within its block, or holds nothing but blanks. */
export function findSpanText(body: RichText, { block, start, end }: Span): string | undefined {
  const text = findBlockText(body, block);
  if (text === undefined || start < 0 || start >= end || end > text.length) return undefined;
  const words = text.slice(start, end);
  return words.trim() === "" ? undefined : words;
}
