import type { DigitChain } from "./digit-chain.ts";
import { isSpeltOut, windowStarts } from "./digit-chain.ts";
import type { DigitView } from "./digit-view.ts";
import type { Hit } from "./hit.ts";
import { wordsBefore } from "./hit.ts";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK = "10X98765432";
const ID_WORDS = /身份证|身分证|证件号|公民身份|身份号码|证号|idcard|idno/i;
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
// What stands for the check digit X after folding.
const CHECK_X = /^[^\p{L}\p{N}×✕]{0,2}[XxХхΧχ×✕✖✗╳⨯](?![A-Za-z0-9])/u;

function isBirthday(year: number, month: number, day: number): boolean {
  if (year < 1850 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 && !leap ? 28 : (DAYS[month - 1] ?? 0));
}

function hasBirthday18(id: string): boolean {
  return (
    /^[1-9].{5}(?:18|19|20)/.test(id) &&
    isBirthday(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)))
  );
}

/** GB 11643-1999: the check character of the first seventeen digits. */
export function idCheckCharacter(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return CHECK[sum % 11] ?? "";
}

export function isIdCard18(id: string): boolean {
  return /^\d{17}[\dX]$/.test(id) && hasBirthday18(id) && idCheckCharacter(id) === id[17];
}

/** The form before 1999: two-digit year, no check digit. */
export function isIdCard15(id: string): boolean {
  if (!/^\d{15}$/.test(id) || !PROVINCE.test(id)) return false;
  return isBirthday(1900 + Number(id.slice(6, 8)), Number(id.slice(8, 10)), Number(id.slice(10, 12)));
}

/** Words stand before a chain, never inside it, so one look serves all its windows. */
function isNamed(text: string, chain: DigitChain): boolean {
  return ID_WORDS.test(wordsBefore(text, chain.at[0] ?? 0, 20));
}

/** A wrong check digit is a slip of the pen where the words say what it is, and no reason to publish it. */
function isFound18(id: string, named: boolean): boolean {
  return isIdCard18(id) || (named && hasBirthday18(id));
}

/** Digits 7 and 8 are the century of birth: what cannot be one is not looked at further. */
function centuryStarts(chain: DigitChain, view: DigitView): number[] {
  return windowStarts(chain, view, 18).filter((from) => /^(?:18|19|20)$/.test(chain.digits.slice(from + 6, from + 8)));
}

function find18(chain: DigitChain, view: DigitView, named: boolean): Hit[] {
  return centuryStarts(chain, view).flatMap((from): Hit[] => {
    if (!isFound18(chain.digits.slice(from, from + 18), named)) return [];
    return [
      { code: "pii_id_card", severity: "block", start: chain.at[from] ?? 0, end: (chain.at[from + 17] ?? 0) + 1 },
    ];
  });
}

/** Seventeen digits and an X, which no chain of digits contains. */
function findWithX(text: string, chain: DigitChain, view: DigitView, named: boolean): Hit[] {
  const from = chain.digits.length - 17;
  if (from < 0 || !(chain.opens[from] === true || isSpeltOut(chain, view))) return [];
  const last = chain.at[chain.digits.length - 1] ?? 0;
  const x = CHECK_X.exec(text.slice(last + 1, last + 6));
  if (!x) return [];
  if (!isFound18(`${chain.digits.slice(from)}X`, named)) return [];
  return [{ code: "pii_id_card", severity: "block", start: chain.at[from] ?? 0, end: last + 1 + x[0].length }];
}

function isOneGroup(chain: DigitChain, from: number, to: number): boolean {
  for (let digit = from + 1; digit < to; digit += 1) if (chain.opens[digit] === true) return false;
  return true;
}

/** Fifteen digits have no check digit: in groups they are one only where a word names them. */
function find15(chain: DigitChain, view: DigitView, named: boolean): Hit[] {
  return windowStarts(chain, view, 15).flatMap((from): Hit[] => {
    if (!named && !isOneGroup(chain, from, from + 15)) return [];
    if (!isIdCard15(chain.digits.slice(from, from + 15))) return [];
    const start = chain.at[from] ?? 0;
    return [{ code: "pii_id_card", severity: named ? "block" : "review", start, end: (chain.at[from + 14] ?? 0) + 1 }];
  });
}

/** Citizen identity numbers of 18 characters (checked) and of 15 digits in one chain. */
export function findIdCards(text: string, chain: DigitChain, view: DigitView): Hit[] {
  if (chain.digits.length < 15) return [];
  const named = isNamed(text, chain);
  return [...find18(chain, view, named), ...findWithX(text, chain, view, named), ...find15(chain, view, named)];
}
