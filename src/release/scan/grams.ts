import { AT_SIGN, isDigit, isProse, LEAST_DIGITS, LEAST_HAN, PROSE } from "./telling.ts";
import { WINDOW } from "./window-set.ts";

/** Two hashes of a piece of folded text. */
export type VisitGram = (one: number, two: number) => void;

export const SHORT = 5;
const BASES = [0x01000193, 0x5bd1e995] as const;
const power = (base: number, times: number) =>
  Array.from({ length: times }).reduce<number>((product) => Math.imul(product, base), 1);
const LEAVING_LONG = BASES.map((base) => power(base, WINDOW)) as [number, number];
const [BASE, OTHER_BASE] = BASES;
const [POWER, OTHER_POWER] = LEAVING_LONG;
const LEAVING_SHORT = BASES.map((base) => power(base, SHORT)) as [number, number];
const [SHORT_POWER, OTHER_SHORT_POWER] = LEAVING_SHORT;
/** So that a short gram is never taken for a window, a name for either. */
const SALT_SHORT = 0x2545f491;
const SALT_WHOLE = 0x7feb352d;

export function mix(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const more = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return more ^ (more >>> 16);
}

/** Han characters, also the rare ones that take two code units. */
function isHanUnit(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xd840 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2e80 && code <= 0x3007)
  );
}

function isOfWords(code: number): boolean {
  return isHanUnit(code) || code === AT_SIGN;
}

/** Of a window, from where it begins. */
export function hashWindow(codes: ArrayLike<number>, from: number, visit: VisitGram): void {
  let one = 0;
  let two = 0;
  for (let at = from; at < from + WINDOW; at++) {
    one = (Math.imul(one, BASES[0]) + (codes[at] as number)) | 0;
    two = (Math.imul(two, BASES[1]) + (codes[at] as number)) | 0;
  }
  visit(mix(one), mix(two));
}

/** Of every telling window of the text (telling.ts), with the place where it begins. */
export function eachWindow(text: string, visit: (from: number, one: number, two: number) => void): void {
  const [base, other] = BASES;
  const [leaving, otherLeaving] = LEAVING_LONG;
  let one = 0;
  let two = 0;
  let prose = 0;
  let digits = 0;
  /** Where the last long number ends, and the last @ stands. */
  let number = -WINDOW;
  let sign = -WINDOW;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = (Math.imul(one, base) + code) | 0;
    two = (Math.imul(two, other) + code) | 0;
    if (isProse(code)) prose++;
    digits = isDigit(code) ? digits + 1 : 0;
    if (digits >= LEAST_DIGITS) number = at;
    if (code === AT_SIGN) sign = at;
    if (at >= WINDOW) {
      const left = text.charCodeAt(at - WINDOW);
      one = (one - Math.imul(leaving, left)) | 0;
      two = (two - Math.imul(otherLeaving, left)) | 0;
      if (isProse(left)) prose--;
    }
    if (at >= WINDOW - 1 && isTellingAt(at, prose, number, sign)) visit(at - WINDOW + 1, mix(one), mix(two));
  }
}

/** Of every five characters in a row among which is a Han character or an @: what any short text of words consists of. */
export function eachShortGram(text: string, visit: VisitGram): void {
  let one = 0;
  let two = 0;
  let telling = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = (Math.imul(one, BASES[0]) + code) | 0;
    two = (Math.imul(two, BASES[1]) + code) | 0;
    telling = isOfWords(code) ? SHORT : telling - 1;
    if (at >= SHORT) {
      const left = text.charCodeAt(at - SHORT);
      one = (one - Math.imul(LEAVING_SHORT[0], left)) | 0;
      two = (two - Math.imul(LEAVING_SHORT[1], left)) | 0;
    }
    if (at >= SHORT - 1 && telling > 0) visit(mix(one ^ SALT_SHORT), mix(two));
  }
}

function isTellingAt(at: number, prose: number, number: number, sign: number): boolean {
  return prose >= LEAST_HAN || number >= at - WINDOW + LEAST_DIGITS || sign > at - WINDOW;
}

/** Of every telling window and every short gram of the text, in one pass. */
export function eachGram(text: string, grams: { readonly add: VisitGram }): void {
  let [one, two, shortOne, shortTwo] = [0, 0, 0, 0];
  let [prose, digits, telling] = [0, 0, 0];
  let [number, sign] = [-WINDOW, -WINDOW];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = (Math.imul(one, BASE) + code) | 0;
    two = (Math.imul(two, OTHER_BASE) + code) | 0;
    shortOne = (Math.imul(shortOne, BASE) + code) | 0;
    shortTwo = (Math.imul(shortTwo, OTHER_BASE) + code) | 0;
    prose += PROSE[code] as number;
    digits = isDigit(code) ? digits + 1 : 0;
    if (digits >= LEAST_DIGITS) number = at;
    if (code === AT_SIGN) sign = at;
    telling = isOfWords(code) ? SHORT : telling - 1;
    if (at >= SHORT) {
      const left = text.charCodeAt(at - SHORT);
      shortOne = (shortOne - Math.imul(SHORT_POWER, left)) | 0;
      shortTwo = (shortTwo - Math.imul(OTHER_SHORT_POWER, left)) | 0;
    }
    if (at >= WINDOW) {
      const left = text.charCodeAt(at - WINDOW);
      one = (one - Math.imul(POWER, left)) | 0;
      two = (two - Math.imul(OTHER_POWER, left)) | 0;
      prose -= PROSE[left] as number;
    }
    if (telling > 0 && at >= SHORT - 1) grams.add(mix(shortOne ^ SALT_SHORT), mix(shortTwo));
    if (at >= WINDOW - 1 && isTellingAt(at, prose, number, sign)) grams.add(mix(one), mix(two));
  }
}

/** Of a text as a whole: a name, a number. */
export function hashWhole(text: string, visit: VisitGram): void {
  let one = SALT_WHOLE;
  let two = text.length;
  for (let at = 0; at < text.length; at++) {
    one = (Math.imul(one, BASES[0]) + text.charCodeAt(at)) | 0;
    two = (Math.imul(two, BASES[1]) + text.charCodeAt(at)) | 0;
  }
  visit(mix(one), mix(two));
}

const NUMBER = /(?<![0-9A-Za-z])\d{7,11}(?![0-9A-Za-z])/g;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** Where a name within a run of Han characters may end (short-needles.ts). */
const NAME_ENDS = /等|代表|委员|同志|先生|女士/g;
const LONGEST_LEAD = 3;
const LEADS = /(?:代表|委员|联系人|承办人|经办人|负责人|提出人|提案人|领衔人|联名人)$/;
const NAME_LENGTHS = [2, 3, 4, 5, 6, 7, 8];
const LONGEST_NAME = 4;

function eachNameEndingAt(run: string, end: number, isAddressed: boolean, visit: (name: string) => void): void {
  for (const length of NAME_LENGTHS) {
    const start = end - length;
    if (start < 0) return;
    const name = run.slice(start, end);
    // Rare characters are two units long.
    if (length > LONGEST_NAME && [...name].length > LONGEST_NAME) return;
    if (isAddressed || start === 0 || LEADS.test(run.slice(Math.max(0, start - LONGEST_LEAD), start))) visit(name);
  }
}

/** All that could be a person's name where it stands, and more (isMeantAt in short-needles.ts), and whole numbers. */
export function eachWhole(text: string, visit: (whole: string) => void): void {
  for (const [number] of text.matchAll(NUMBER)) visit(number);
  for (const [run] of text.matchAll(HAN_RUN)) {
    eachNameEndingAt(run, run.length, false, visit);
    for (const { index } of run.matchAll(NAME_ENDS)) eachNameEndingAt(run, index, true, visit);
  }
}
