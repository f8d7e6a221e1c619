import { foldText, type Fold } from "./fold.ts";
import { findRanges, type Range } from "./match.ts";

export type Marked = { readonly text: string; readonly isHit: boolean };

/** Cuts a text at its hits: plain and marked pieces in turn, joined again they are the text. */
export function markHits(text: string, terms: readonly string[], fold: Fold = foldText): Marked[] {
  const pieces: Marked[] = [];
  let at = 0;
  for (const [start, end] of findRanges(text, terms, fold)) {
    pieces.push({ text: text.slice(at, start), isHit: false }, { text: text.slice(start, end), isHit: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), isHit: false });
  return pieces.filter((piece) => piece.text !== "");
}

const SENTENCE_END = /[。！？；]/gu;

/** Back to the beginning of the sentence if that is near, else a third of the length before the hit. */
function findStart(text: string, hit: number, length: number): number {
  const earliest = Math.max(0, hit - Math.floor(length / 3));
  const ends = [...text.slice(earliest, hit).matchAll(SENTENCE_END)];
  if (earliest === 0 && ends.length === 0) return 0;
  const end = ends.at(-1)?.index;
  return end === undefined ? earliest : earliest + end + 1;
}

function distinctHits(ranges: readonly Range[], text: string, from: number, to: number): number {
  return new Set(
    ranges.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => text.slice(start, end)),
  ).size;
}

/**
 * The part of a text worth reading beside a result: the window that holds most different hits, the first among equals.
 * @param length in UTF-16 units; the text keeps its characters, line ends become spaces
 */
export function cutExcerpt(text: string, terms: readonly string[], fold: Fold = foldText, length = 96): Marked[] {
  const flat = text.replaceAll("\n", " ");
  const ranges = findRanges(flat, terms, fold);
  const starts = ranges.map(([start]) => findStart(flat, start, length));
  const counts = starts.map((start) => distinctHits(ranges, flat, start, start + length));
  const from = starts[counts.indexOf(Math.max(...counts))] ?? 0;
  const to = Math.min(flat.length, from + length);
  const pieces = markHits(flat.slice(from, to).toWellFormed().replaceAll("\ufffd", ""), terms, fold);
  const before = from > 0 ? [{ text: "…", isHit: false }] : [];
  const after = to < flat.length ? [{ text: "…", isHit: false }] : [];
  return [...before, ...pieces, ...after];
}
