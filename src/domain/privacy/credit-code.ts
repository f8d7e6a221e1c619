import { isIdCard18 } from "./id-card.ts";
import { wordsBefore } from "./hit.ts";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const NAMED = /信用代码|机构代码|社会代码|信用号码$/;

/** 统一社会信用代码, GB 32100-2015. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(code[index] ?? "?");
    if (value < 0) return false;
    sum += weight * value;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** Spans that are codes of organisations, public by law (企业信息公示暂行条例) and never personal. */
export function findCreditCodes(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/[0-9A-Za-z]+/g)) {
    if (match[0].length !== 18) continue;
    const code = match[0].toUpperCase();
    const named = NAMED.test(wordsBefore(text, match.index, 14));
    if (named || (isCreditCode(code) && !isIdCard18(code))) spans.push({ start: match.index, end: match.index + 18 });
  }
  return spans;
}
