import type { Severity } from "../gate/finding.ts";
import type { DigitChain } from "./digit-chain.ts";
import { isWindow } from "./digit-chain.ts";
import type { DigitView } from "./digit-view.ts";
import type { Hit } from "./hit.ts";
import { wordsAfter, wordsBefore } from "./hit.ts";

const LENGTHS = [19, 18, 17, 16] as const;
const BANK_WORDS =
  /[行商社]卡|卡号|[账帐賬](?:号|户|戶|號)|银行|銀行|开户|户名|储蓄|存折|存摺|一卡通|汇款|转账|打款|收款|信用卡|借记卡|社保卡|农商行|信用社|邮储|这张卡|转[给到]|打到|bank|card/i;
// Issuers whose cards circulate in the mainland; 62 is UnionPay.
const ISSUER = /^(?:62|60|81|9[0-9]|4|5[1-5]|35|37|3[068])/;

/** Luhn, ISO/IEC 7812-1. True of one in ten random numbers, so it never blocks alone. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function severityOf(digits: string, named: boolean): Severity | undefined {
  if (named) return ISSUER.test(digits) || isLuhn(digits) ? "block" : "review";
  return digits.startsWith("62") && digits.length !== 18 && isLuhn(digits) ? "review" : undefined;
}

/** Words stand around a chain, never inside it, so one look serves all its windows. */
function isNamed(text: string, chain: DigitChain): boolean {
  const end = (chain.at.at(-1) ?? 0) + 1;
  return BANK_WORDS.test(wordsBefore(text, chain.at[0] ?? 0, 30)) || BANK_WORDS.test(wordsAfter(text, end, 12));
}

function longestAt(
  chain: DigitChain,
  view: DigitView,
  from: number,
  named: boolean,
): readonly [number, Severity] | undefined {
  for (const length of LENGTHS) {
    if (!isWindow(chain, view, from, length)) continue;
    const severity = severityOf(chain.digits.slice(from, from + length), named);
    if (severity) return [length, severity];
  }
  return undefined;
}

/** Bank cards of 16 to 19 digits: blocked where the words around speak of an account. */
export function findBankCards(text: string, chain: DigitChain, view: DigitView, acrossBlocks: boolean): Hit[] {
  if (chain.digits.length < 16) return [];
  const named = isNamed(text, chain);
  if (!named && (acrossBlocks || !chain.digits.includes("62"))) return [];
  const hits: Hit[] = [];
  for (let from = 0; from + 16 <= chain.digits.length; from += 1) {
    const found = longestAt(chain, view, from, named);
    if (!found) continue;
    const [length, severity] = found;
    const end = (chain.at[from + length - 1] ?? 0) + 1;
    hits.push({ code: "pii_bank_card", severity, start: chain.at[from] ?? 0, end });
    from += length - 1;
  }
  return hits;
}
