import { foldCodePoint } from "./fold-code-point.ts";

/** Folded text, and for each of its UTF-16 units where it came from in the original (end is exclusive). */
export type Folded = {
  readonly original: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

function isUnchanged(codePoint: number): boolean {
  return (codePoint >= 0x21 && codePoint <= 0x7e) || (codePoint >= 0x4e00 && codePoint <= 0x9fff);
}

/** Linear in the length of the text. */
export function foldText(original: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let at = 0;
  while (at < original.length) {
    const codePoint = original.codePointAt(at) ?? 0;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const folded = isUnchanged(codePoint) ? original.slice(at, next) : foldCodePoint(codePoint);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(next);
    }
    text += folded;
    at = next;
  }
  return { original, text, starts, ends };
}

/** The same without blanks: 密 码 and 密码 are one word. */
export function withoutBlanks(folded: Folded): Folded {
  const kept: number[] = [];
  for (let at = 0; at < folded.text.length; at += 1) if (folded.text[at] !== " ") kept.push(at);
  return {
    original: folded.original,
    text: folded.text.replaceAll(" ", ""),
    starts: kept.map((at) => folded.starts[at] ?? 0),
    ends: kept.map((at) => folded.ends[at] ?? 0),
  };
}

/** The words of the original behind folded[start, end). */
export function originalWords(folded: Folded, start: number, end: number): string {
  return folded.original.slice(folded.starts[start] ?? 0, folded.ends[end - 1] ?? folded.original.length);
}
