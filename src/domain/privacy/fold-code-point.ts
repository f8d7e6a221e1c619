/**
 * What one code point looks like to a reader who searches for digits and letters: compatibility forms unfolded,
 * every decimal digit in ASCII, invisible characters gone, every white space one blank.
 */

// Digits that have no compatibility mapping (circled ones, 苏州码子), by first code point and the value it stands for.
const DINGBAT_RUNS: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x3021, 0x3029, 1],
  [0x1f10b, 0x1f10b, 0],
  [0x1f10c, 0x1f10c, 0],
];

// Letters and symbols by category that show nothing: Hangul fillers and the empty Braille cell.
const FILLERS = new Set([0x115f, 0x1160, 0x2800, 0x3164, 0xffa0]);
const INVISIBLE = /^[\p{Cf}\p{Cc}\p{Mn}\p{Me}]$/u;
const DECIMAL = /^\p{Nd}$/u;
// (1), 1., 1, (一) and plain digits may be unfolded; m2 of ㎡ or 1月 of ㋀ would invent digits.
const SAFE_EXPANSION = /^\(?[0-9一二三四五六七八九十]+[).,]?$/;

function dingbatDigits(codePoint: number): string | undefined {
  const run = DINGBAT_RUNS.find(([first, last]) => codePoint >= first && codePoint <= last);
  return run && String(run[2] + codePoint - run[0]);
}

/** Value of a decimal digit of any script: they stand in runs of ten. */
function decimalDigit(codePoint: number): string {
  let zero = codePoint;
  while (codePoint - zero < 9 && DECIMAL.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(codePoint - zero);
}

function foldPlain(char: string): string {
  const codePoint = char.codePointAt(0) ?? 0;
  // A byte order mark is white space to the language and nothing to a reader.
  if (char !== "\uFEFF" && /^\s$/u.test(char)) return " ";
  if (FILLERS.has(codePoint) || INVISIBLE.test(char)) return "";
  return DECIMAL.test(char) ? decimalDigit(codePoint) : char;
}

function unfold(char: string): string {
  const expanded = char.normalize("NFKC");
  const several = [...expanded].length > 1;
  return several && /[0-9一二三四五六七八九十]/.test(expanded) && !SAFE_EXPANSION.test(expanded) ? char : expanded;
}

const known = new Map<number, string>();

/** Pure; the answers are kept because hostile text repeats the same few code points. */
export function foldCodePoint(codePoint: number): string {
  let folded = known.get(codePoint);
  if (folded === undefined) {
    const char = String.fromCodePoint(codePoint);
    folded = dingbatDigits(codePoint) ?? [...unfold(char)].map(foldPlain).join("");
    known.set(codePoint, folded);
  }
  return folded;
}
