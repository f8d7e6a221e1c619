import type { DigitView } from "./digit-view.ts";
import { digitOf, hasOwnDigit, isOwnDigit, isSeparator } from "./digit-view.ts";

/** Digits that a reader may take for one number: groups with at most a few separators between them. */
export type DigitChain = {
  readonly digits: string;
  /** Where each digit stands in the folded text. */
  readonly at: readonly number[];
  /** Digit i begins a group. */
  readonly opens: readonly boolean[];
  /** Digits that only this view reads as such. */
  readonly own: number;
};

const LONGEST_GAP = 4;
// Chinese digits have no word boundary: 一三八……零零零一直. From six on it is a number spelt out.
const SPELT_OUT = 6;

type Draft = { digits: string; at: number[]; opens: boolean[]; own: number };

const NOTHING = -1;

function emptyDraft(): Draft {
  return { digits: "", at: [], opens: [], own: 0 };
}

/** *** is a mask, not a separator. */
function isGap(text: string, from: number, to: number): boolean {
  return to - from < 3 || (to - from <= LONGEST_GAP && !text.slice(from, to).includes("***"));
}

/** Chains of one view; in a looser view only those that a stricter one does not see. Linear. */
export function findDigitChains(text: string, view: DigitView): DigitChain[] {
  if (!hasOwnDigit(text, view)) return [];
  const chains: DigitChain[] = [];
  let draft = emptyDraft();
  let last = NOTHING;
  const close = (): void => {
    if (draft.own > 0) chains.push(draft);
    draft = emptyDraft();
    last = NOTHING;
  };
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const digit = digitOf(unit, view);
    if (digit === undefined) {
      if (last !== NOTHING && !isSeparator(unit, view)) close();
      continue;
    }
    if (last !== NOTHING && !isGap(text, last + 1, index)) close();
    draft.opens.push(last !== index - 1 || last === NOTHING);
    draft.digits += digit;
    draft.at.push(index);
    if (isOwnDigit(unit, view)) draft.own += 1;
    last = index;
  }
  close();
  return chains;
}

export function isSpeltOut(chain: DigitChain, view: DigitView): boolean {
  return view === "han" && chain.own >= SPELT_OUT;
}

export function closesAt(chain: DigitChain, end: number): boolean {
  return end === chain.digits.length || chain.opens[end] === true;
}

/** May a number of `length` digits stand at `from`: whole groups only, anywhere if spelt out in Chinese. */
export function isWindow(chain: DigitChain, view: DigitView, from: number, length: number): boolean {
  const end = from + length;
  if (end > chain.digits.length) return false;
  return isSpeltOut(chain, view) || (chain.opens[from] === true && closesAt(chain, end));
}

export function windowStarts(chain: DigitChain, view: DigitView, length: number): number[] {
  const starts: number[] = [];
  for (let from = 0; from + length <= chain.digits.length; from += 1) {
    if (isWindow(chain, view, from, length)) starts.push(from);
  }
  return starts;
}

/** The groups and the separators of chain[from, to). */
export function shapeOf(
  chain: DigitChain,
  text: string,
  from: number,
  to: number,
): { sizes: number[]; gaps: string[] } {
  const sizes: number[] = [];
  const gaps: string[] = [];
  for (let digit = from; digit < to; digit += 1) {
    if (digit === from || chain.opens[digit] !== true) {
      if (digit === from) sizes.push(1);
      else sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
      continue;
    }
    gaps.push(text.slice((chain.at[digit - 1] ?? 0) + 1, chain.at[digit]));
    sizes.push(1);
  }
  return { sizes, gaps };
}
