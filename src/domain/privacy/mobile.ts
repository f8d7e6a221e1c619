import type { DigitChain } from "./digit-chain.ts";
import { closesAt, isSpeltOut, shapeOf } from "./digit-chain.ts";
import type { DigitView } from "./digit-view.ts";
import type { Hit } from "./hit.ts";
import { wordsAfter, wordsBefore } from "./hit.ts";

const LENGTH = 11;
const PREFIXES = ["", "0", "86", "086", "0086"] as const;
// How people group a mobile number; a group for each digit is "1".
const PHONE_SHAPES = new Set(["11", "3,4,4", "3,8", "3,3,5", "4,4,3", "4,3,4", "7,4", "3,5,3", "5,6", "6,5"]);
const PHONE_WORDS = /电话|手机|联系|号码|微信|拨打|致电|短信|来电|tel|phone|mobile|call/i;
const AMOUNT = /^(?:万|亿|元|吨|千瓦|立方|平方|公里|余元)/;
// What stands between the members of a list or a change (1380→1390): there only a word or a zero makes a number of them.
const LIST_GAP = /[、,;。?!]|[\p{S}--[~\|+=^`⁄∕]]/v;

const LONGEST_WEB_ADDRESS = 100;

type Candidate = {
  readonly text: string;
  readonly chain: DigitChain;
  readonly from: number;
  readonly named: boolean;
  readonly sizes: readonly number[];
  readonly gaps: readonly string[];
};

function isMobile(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits);
}

/** 13800138000元, 0.13800138000 and 13,800,138,000 are amounts, unless the words before speak of a telephone. */
function isAmount({ text, chain, from, sizes, gaps }: Candidate): boolean {
  const first = chain.at[from] ?? 0;
  const end = (chain.at[from + LENGTH - 1] ?? 0) + 1;
  if (AMOUNT.test(wordsAfter(text, end, 6))) return true;
  if (/\d\.$/.test(text.slice(Math.max(0, first - 2), first)) || /^\.\d{1,2}(?!\d)/.test(text.slice(end, end + 4)))
    return true;
  return sizes.join() === "2,3,3,3" && gaps.every((gap) => gap === ",");
}

function isDateOrTime({ chain, from, sizes, gaps }: Candidate): boolean {
  const digits = chain.digits.slice(from, from + LENGTH);
  const year = sizes[0] === 4 && /^19\d\d(?:0?[1-9]|1[0-2])/.test(digits);
  return year || gaps.every((gap) => gap.includes(":"));
}

/** A later group such as 0013 is no quantity, so it stands in a number. */
function hasLeadingZero({ chain, from, sizes }: Candidate): boolean {
  let digit = from;
  return sizes.some((size, index) => {
    const zero = index > 0 && size > 1 && chain.digits[digit] === "0";
    digit += size;
    return zero;
  });
}

function isWholeChain({ chain, from }: Candidate): boolean {
  const before = chain.digits.slice(0, from);
  return (PREFIXES as readonly string[]).includes(before) && from + LENGTH === chain.digits.length;
}

/** 138.00、1380.00 */
function isListOfDecimals({ gaps, sizes }: Candidate): boolean {
  return gaps.some((gap) => LIST_GAP.test(gap)) && gaps.some((gap, at) => gap === "." && (sizes[at + 1] ?? 0) <= 2);
}

/** The parts of an address of the web: /art_13800138_000.html */
function isInWebAddress({ text, chain, from }: Candidate): boolean {
  const first = chain.at[from] ?? 0;
  return /(?:https?:\/\/|www\.)[\w./?=&%~-]*$/i.test(text.slice(Math.max(0, first - LONGEST_WEB_ADDRESS), first));
}

/** What groups of digits may be where no word names a telephone: a decimal, a list of them, a page of the web. */
function isOtherNumber(candidate: Candidate): boolean {
  const decimal = candidate.sizes.length === 2 && candidate.gaps[0] === ".";
  return decimal || isListOfDecimals(candidate) || isInWebAddress(candidate);
}

function isPhoneShaped(candidate: Candidate): boolean {
  const { sizes, gaps } = candidate;
  if (sizes.length === LENGTH) return true;
  const telling = candidate.named || hasLeadingZero(candidate);
  if (!candidate.named && isOtherNumber(candidate)) return false;
  if (gaps.some((gap) => LIST_GAP.test(gap))) return telling;
  if (PHONE_SHAPES.has(sizes.join())) return true;
  const even = new Set(gaps).size === 1 && sizes.every((size) => size <= 4);
  return isWholeChain(candidate) && (telling || even);
}

/** 2026ZD13800138000: digits, letters, digits are a code. */
function isInCode({ text, chain, from }: Candidate): boolean {
  const first = chain.at[from] ?? 0;
  return /[0-9][A-Za-z]{1,4}$/.test(text.slice(Math.max(0, first - 5), first));
}

function isPlausible(candidate: Candidate): boolean {
  if (candidate.named) return isPhoneShaped(candidate) || isWholeChain(candidate);
  if (isAmount(candidate) || isInCode(candidate)) return false;
  if (candidate.sizes.length === 1) return true;
  return !isDateOrTime(candidate) && isPhoneShaped(candidate);
}

function isReachable(chain: DigitChain, from: number): boolean {
  if (chain.opens[from] === true) return true;
  return PREFIXES.some((prefix) => chain.opens[from - prefix.length] === true && chain.digits.endsWith(prefix, from));
}

/** Where a group, or a country or trunk prefix that opens a group, is followed by eleven digits from 1. */
function mobileStarts(chain: DigitChain, view: DigitView): number[] {
  const loose = isSpeltOut(chain, view);
  const starts: number[] = [];
  for (let from = chain.digits.indexOf("1"); from >= 0; from = chain.digits.indexOf("1", from + 1)) {
    if (from + LENGTH > chain.digits.length) break;
    if (loose || (closesAt(chain, from + LENGTH) && isReachable(chain, from))) starts.push(from);
  }
  return starts;
}

/** Mobile numbers of the mainland (11 digits, 13 to 19) in one chain. `acrossBlocks` asks for a word that names them. */
export function findMobiles(text: string, chain: DigitChain, view: DigitView, acrossBlocks: boolean): Hit[] {
  const hits: Hit[] = [];
  let free = 0;
  for (const from of mobileStarts(chain, view)) {
    if (from < free || !isMobile(chain.digits.slice(from, from + LENGTH))) continue;
    const start = chain.at[from] ?? 0;
    const named = PHONE_WORDS.test(wordsBefore(text, start, 16));
    if (acrossBlocks && !named) continue;
    if (
      !isSpeltOut(chain, view) &&
      !isPlausible({ text, chain, from, named, ...shapeOf(chain, text, from, from + LENGTH) })
    )
      continue;
    free = from + LENGTH;
    hits.push({ code: "pii_mobile", severity: "block", start, end: (chain.at[free - 1] ?? 0) + 1 });
  }
  return hits;
}
