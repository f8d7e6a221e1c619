/**
 * Three ways of reading digits in folded text. Each is tried apart, because a looser way may glue
 * a harmless neighbour to a number: 13800138000一直打不通.
 */
export const DIGIT_VIEWS = ["plain", "lookalike", "han"] as const;
export type DigitView = (typeof DIGIT_VIEWS)[number];

const LOOKALIKES: readonly (readonly [digit: string, letters: string])[] = [
  ["0", "OoОоΟοՕօ○◯⭕⚪"],
  ["1", "lI|ІΙӀıǀ∣丨"],
  // Capitals that stand in for a digit of their shape: l3B00l3B000.
  ["2", "Z"],
  ["5", "S"],
  ["8", "B"],
];
const HAN_DIGITS: readonly (readonly [digit: string, letters: string])[] = [
  // 洞 幺 两 拐 勾: digits as they are called over the telephone.
  ["0", "〇零洞"],
  ["1", "一壹幺夭弌"],
  ["2", "二贰貳两弍"],
  ["3", "三叁參弎"],
  ["4", "四肆"],
  ["5", "五伍"],
  ["6", "六陆陸"],
  ["7", "七柒拐"],
  ["8", "八捌"],
  ["9", "九玖勾"],
];
// What ends a number: signs of quantity, and units in one character (㎡, ㎏).
const ENDS = /[%‰‱°′″×÷√@\p{Sc}\u3200-\u33ff]/u;
/** High surrogates of pictures; a character of a rare name has others, and ends a number. */
const PICTURES = { first: 0xd83c, last: 0xd83e } as const;
const LOW_SURROGATES = { first: 0xdc00, last: 0xdfff } as const;

const NONE = 0;
const SEPARATOR = 1;
/** digit d is stored as d + 2 */
const FIRST_DIGIT = 2;

function fill(table: Uint8Array, rows: readonly (readonly [string, string])[]): void {
  for (const [digit, letters] of rows) {
    for (const letter of letters) table[letter.charCodeAt(0)] = FIRST_DIGIT + Number(digit);
  }
}

/** What people put between the digits of a number: any punctuation, symbol or picture. */
function isBetween(unit: number): boolean {
  if (unit >= PICTURES.first && unit <= PICTURES.last) return true;
  if (unit >= LOW_SURROGATES.first && unit <= LOW_SURROGATES.last) return true;
  const char = String.fromCharCode(unit);
  return char === " " || (/^[\p{P}\p{S}]$/u.test(char) && !ENDS.test(char));
}

const BETWEEN = new Uint8Array(0x10000).map((_, unit) => (isBetween(unit) ? SEPARATOR : NONE));

function buildTable(view: DigitView): Uint8Array {
  const table = BETWEEN.slice();
  for (let digit = 0; digit <= 9; digit += 1) table[0x30 + digit] = FIRST_DIGIT + digit;
  if (view !== "plain") fill(table, LOOKALIKES);
  if (view === "han") fill(table, HAN_DIGITS);
  return table;
}

const TABLES: Readonly<Record<DigitView, Uint8Array>> = {
  plain: buildTable("plain"),
  lookalike: buildTable("lookalike"),
  han: buildTable("han"),
};

/** 0 to 9, or undefined. Takes a UTF-16 unit of folded text. */
export function digitOf(unit: number, view: DigitView): number | undefined {
  const value = TABLES[view][unit] ?? NONE;
  return value >= FIRST_DIGIT ? value - FIRST_DIGIT : undefined;
}

export function isSeparator(unit: number, view: DigitView): boolean {
  return TABLES[view][unit] === SEPARATOR;
}

/** Digits of a view that no stricter view reads. */
function ownDigits(view: DigitView, stricter: DigitView): Uint8Array {
  return TABLES[view].map((value, unit) => Number(value >= FIRST_DIGIT && (TABLES[stricter][unit] ?? 0) < FIRST_DIGIT));
}

const OWN: Readonly<Record<DigitView, Uint8Array>> = {
  plain: TABLES.plain.map((value) => Number(value >= FIRST_DIGIT)),
  lookalike: ownDigits("lookalike", "plain"),
  han: ownDigits("han", "lookalike"),
};

export function isOwnDigit(unit: number, view: DigitView): boolean {
  return OWN[view][unit] === 1;
}

/** Without one, a stricter view has read the text already. */
export function hasOwnDigit(text: string, view: DigitView): boolean {
  for (let at = 0; at < text.length; at += 1) if (isOwnDigit(text.charCodeAt(at), view)) return true;
  return false;
}
