const DIGITS = "零一二三四五六七八九";

/** 1–99 in the way that Chinese counts: 十, 十一, 二十, 二十三. */
function toChineseCounting(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (value > 99) return String(value);
  const head = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return head + (ones === 0 && tens > 0 ? "" : (DIGITS[ones] ?? ""));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function toRoman(value: number): string {
  let rest = Math.min(value, 39);
  let text = "";
  for (const [size, letters] of ROMAN) {
    while (rest >= size) {
      text += letters;
      rest -= size;
    }
  }
  return text;
}

const letterOf = (value: number, first: string): string =>
  String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));

const CHINESE =
  /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting|ideographDigital|chineseLegalSimplified)/;

/** A counter as Word shows it (ECMA-376 Part 1 §17.18.59); unknown formats as digits. */
export function formatCounter(format: string, value: number): string {
  if (CHINESE.test(format)) return toChineseCounting(value);
  switch (format) {
    case "none":
      return "";
    case "lowerLetter":
      return letterOf(value, "a");
    case "upperLetter":
      return letterOf(value, "A");
    case "lowerRoman":
      return toRoman(value);
    case "upperRoman":
      return toRoman(value).toUpperCase();
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    default:
      return String(value);
  }
}
