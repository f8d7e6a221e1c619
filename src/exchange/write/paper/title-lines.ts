import { widthOf } from "./printed-words.ts";

/** 二号 on 156 mm holds twenty characters; a line a little shorter looks set, not filled. */
const WIDEST = 19;
const NO_START = /^[的地得了着过、，。：；）》”]/;
/** 2026 stays with its 年. */
const NO_END = /[（《“第\d]$/;

const words = (text: string): string[] =>
  [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)].map(({ segment }) => segment);

/** Places where a line may end, by the length of what stands before them. */
function breaksOf(text: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const word of words(text)) {
    if (at > 0 && !NO_START.test(word) && !NO_END.test(text.slice(0, at))) places.push(at);
    at += word.length;
  }
  return places;
}

/**
 * A title over several lines is broken between words, its lines of like length (GB/T 9704-2012, 7.3.1: 词意完整、排列对称).
 * One line where it fits.
 */
export function toTitleLines(text: string): string[] {
  const count = Math.ceil(widthOf(text) / WIDEST);
  if (count <= 1) return [text];
  const wanted = widthOf(text) / count;
  const breaks = breaksOf(text);
  const off = (at: number): number => Math.abs(widthOf(text.slice(0, at)) - wanted);
  const best = breaks.toSorted((left, right) => off(left) - off(right))[0];
  if (best === undefined) return [text];
  return [text.slice(0, best), ...toTitleLines(text.slice(best))];
}
