import { foldCodePoint } from "./fold-code-point.ts";

/** Folded text, and for each of its UTF-16 units where it came from in the original (end is exclusive). */
export type Folded = {
  readonly original: string;
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
};

const BLANK = 0x20;

/** Most of a letter: ASCII and Han characters stay as they are. */
function isUnchanged(unit: number): boolean {
  return (unit >= BLANK && unit <= 0x7e) || (unit >= 0x4e00 && unit <= 0x9fff);
}

function doubled(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}

/** Linear in the length of the text: runs that stay are taken over whole. */
export function foldText(original: string): Folded {
  let starts = new Uint32Array(original.length + 16);
  let ends = new Uint32Array(original.length + 16);
  let length = 0;
  let text = "";
  let at = 0;
  while (at < original.length) {
    const run = at;
    while (at < original.length && isUnchanged(original.charCodeAt(at))) {
      if (length === starts.length) [starts, ends] = [doubled(starts), doubled(ends)];
      starts[length] = at;
      at += 1;
      ends[length] = at;
      length += 1;
    }
    if (at > run) text += original.slice(run, at);
    if (at === original.length) break;
    const codePoint = original.codePointAt(at) ?? 0;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const folded = foldCodePoint(codePoint);
    while (length + folded.length > starts.length) [starts, ends] = [doubled(starts), doubled(ends)];
    starts.fill(at, length, length + folded.length);
    ends.fill(next, length, length + folded.length);
    length += folded.length;
    text += folded;
    at = next;
  }
  return { original, text, starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** The same without blanks: 密 码 and 密码 are one word. */
export function withoutBlanks(folded: Folded): Folded {
  if (!folded.text.includes(" ")) return folded;
  const starts = new Uint32Array(folded.text.length);
  const ends = new Uint32Array(folded.text.length);
  let length = 0;
  for (let at = 0; at < folded.text.length; at += 1) {
    if (folded.text.charCodeAt(at) === BLANK) continue;
    starts[length] = folded.starts[at] ?? 0;
    ends[length] = folded.ends[at] ?? 0;
    length += 1;
  }
  return {
    original: folded.original,
    text: folded.text.replaceAll(" ", ""),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}

/** The words of the original behind folded[start, end). */
export function originalWords(folded: Folded, start: number, end: number): string {
  return folded.original.slice(folded.starts[start] ?? 0, folded.ends[end - 1] ?? folded.original.length);
}
