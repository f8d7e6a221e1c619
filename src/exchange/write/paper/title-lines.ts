import { widthOf } from "./printed-words.ts";

/** 二号 on 156 mm holds twenty characters; a line a little shorter looks set, not filled. */
const WIDEST = 19;
const NO_START = /^(?:[的地得了着过、，。：；）》”]|以[来上下内外])/;
/** 2026 stays with its 年. */
const NO_END = /[（《“第\d]$/;
/** Words of one name, which a dictionary cuts: 人大代表, 第五次会议. */
const NAMES = /人大代表|政协提案|政协委员|建议提案|第[^第]{1,3}[届次](?:会议|委员会|人大)?|办理情况|工作总结/gu;
/** Where a reader breathes: after whoever writes. It may cost so many characters of evenness. */
const GOOD_END = /(?:人民政府|委员会|办公室|办事处|[局院会]|以来)$/;
const WORTH = 5;

const words = (text: string): string[] =>
  [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)].map(({ segment }) => segment);

function isInName(text: string, at: number): boolean {
  return [...text.matchAll(NAMES)].some(({ index, 0: { length } }) => at > index && at < index + length);
}

/** Places where a line may end, by the length of what stands before them. */
function breaksOf(text: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const word of words(text)) {
    if (at > 0 && !NO_START.test(word) && !NO_END.test(text.slice(0, at)) && !isInName(text, at)) places.push(at);
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
  const isFitting = (at: number): boolean =>
    widthOf(text.slice(0, at)) <= WIDEST && widthOf(text.slice(at)) <= WIDEST * (count - 1);
  const breaks = breaksOf(text);
  const fitting = breaks.filter(isFitting);
  const costOf = (at: number): number =>
    Math.abs(widthOf(text.slice(0, at)) - wanted) - (GOOD_END.test(text.slice(0, at)) ? WORTH : 0);
  const best = (fitting.length > 0 ? fitting : breaks).toSorted((left, right) => costOf(left) - costOf(right))[0];
  if (best === undefined) return [text];
  return [text.slice(0, best), ...toTitleLines(text.slice(best))];
}
