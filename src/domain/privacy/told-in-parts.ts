import { isLuhn } from "./bank-card.ts";
import type { Hit, PiiCode } from "./hit.ts";
import { wordsBefore } from "./hit.ts";
import { isIdCard18 } from "./id-card.ts";

// 前三位138，中间0013，后四位8000: a reader puts the parts together.
const PART =
  /[前中后末]间?(?:[0-9一二两三四五六七八九十]{1,2})位|开头|打头|起头|前面|前半|后面|后半|尾号|尾数|末尾|结尾|再接|接着|然后/;
/** Groups of digits with a few words between them; 后4位 is such words, not a group. */
const PARTS = /\d{2,17}(?:(?:[^\d。!?;]|\d(?=位)){1,14}\d{2,17}){1,3}/gu;
const GROUP = /\d{2,}/g;
const LONGEST_GAP_WORDS = 24;
const CARD_WORDS = /卡号|账号|行卡|银行/;

function codeOf(digits: string, before: string): PiiCode | undefined {
  if (/^1[3-9]\d{9}$/.test(digits)) return "pii_mobile";
  if (isIdCard18(digits)) return "pii_id_card";
  const card =
    digits.length >= 16 &&
    digits.length <= 19 &&
    (digits.startsWith("62") || isLuhn(digits)) &&
    CARD_WORDS.test(before);
  return card ? "pii_bank_card" : undefined;
}

function findIn(text: string, match: RegExpExecArray): Hit[] {
  const groups = match[0].match(GROUP) ?? [];
  const before = wordsBefore(text, match.index, LONGEST_GAP_WORDS);
  if (!PART.test(before + match[0])) return [];
  // A number of two parts is as often told from its end: 尾号8000，前面是1380013.
  const orders = [groups, ...(groups.length === 2 ? [groups.toReversed()] : [])];
  const code = orders.map((order) => codeOf(order.join(""), before + match[0])).find((found) => found !== undefined);
  const end = match.index + match[0].length;
  return code === undefined ? [] : [{ code, severity: "block", start: match.index, end }];
}

/** Mobiles, identity numbers and cards that are told piece by piece. Text comes without blanks. */
export function findToldInParts(text: string): Hit[] {
  return [...text.matchAll(PARTS)].flatMap((match) => findIn(text, match));
}
