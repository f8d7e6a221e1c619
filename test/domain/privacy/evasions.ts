/** Disguises of a number that a reader still reads: each takes ASCII digits and gives what stands in the text. */
export type Evasion = { readonly name: string; readonly disguise: (digits: string) => string };

const eachDigit = (map: (digit: number) => string) => (digits: string) =>
  [...digits].map((char) => (/\d/.test(char) ? map(Number(char)) : char)).join("");
const shifted = (zero: number) => eachDigit((digit) => String.fromCodePoint(zero + digit));
const listed = (letters: string) => eachDigit((digit) => [...letters][digit] ?? "");
const joined = (between: string) => (digits: string) => [...digits].join(between);
/** 3-4-4, 6-8-4, 4-4-4-4-3: as people group a telephone, an identity number, a card. */
const GROUPS: Readonly<Record<number, readonly number[]>> = {
  11: [3, 4, 4],
  15: [6, 6, 3],
  18: [6, 8, 4],
  19: [4, 4, 4, 4, 3],
};
const grouped = (between: string) => (digits: string) => {
  let at = 0;
  return (GROUPS[digits.length] ?? [digits.length]).map((size) => digits.slice(at, (at += size))).join(between);
};

const DISGUISES: Readonly<Record<string, (digits: string) => string>> = {
  plain: (digits) => digits,
  "full width": shifted(0xff10),
  circled: listed("⓪①②③④⑤⑥⑦⑧⑨"),
  "negative circled": listed("⓿❶❷❸❹❺❻❼❽❾"),
  "sans circled": listed("🄋➀➁➂➃➄➅➆➇➈"),
  "negative sans circled": listed("🄌➊➋➌➍➎➏➐➑➒"),
  "double circled": listed("⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽"),
  "in brackets": eachDigit((digit) => (digit === 0 ? "(0)" : String.fromCodePoint(0x2473 + digit))),
  "with a stop": eachDigit((digit) => (digit === 0 ? "🄀" : String.fromCodePoint(0x2487 + digit))),
  "with a comma": eachDigit((digit) => String.fromCodePoint(0x1f101 + digit)),
  superscript: listed("⁰¹²³⁴⁵⁶⁷⁸⁹"),
  subscript: shifted(0x2080),
  "mathematical bold": shifted(0x1d7ce),
  "mathematical double-struck": shifted(0x1d7d8),
  monospace: shifted(0x1d7f6),
  segmented: shifted(0x1fbf0),
  keycaps: eachDigit((digit) => `${digit}\uFE0F\u20E3`),
  "Arabic-Indic": shifted(0x660),
  "extended Arabic-Indic": shifted(0x6f0),
  Devanagari: shifted(0x966),
  Bengali: shifted(0x9e6),
  Thai: shifted(0xe50),
  Tibetan: shifted(0xf20),
  "zero-width space": joined("\u200B"),
  "zero-width joiner": joined("\u200D"),
  "word joiner": joined("\u2060"),
  "byte order mark": joined("\uFEFF"),
  "soft hyphen": joined("\u00AD"),
  "variation selector": joined("\uFE0F"),
  "combining mark": joined("\u0332"),
  "tag character": joined("\u{E0030}"),
  "left-to-right mark": joined("\u200E"),
  "Hangul filler": joined("\u3164"),
  "empty Braille cell": joined("\u2800"),
  blanks: joined(" "),
  "two blanks": joined("  "),
  "no-break spaces": joined("\u00A0"),
  "ideographic spaces": joined("\u3000"),
  "thin spaces": joined("\u2009"),
  "line breaks": grouped("\n"),
  tabs: grouped("\t"),
  hyphens: grouped("-"),
  "hyphen each": joined("-"),
  "en dashes": grouped("–"),
  "em dashes": grouped("—"),
  "double em dashes": grouped("——"),
  "minus signs": grouped("−"),
  "spaced hyphens": grouped(" - "),
  stops: grouped("."),
  "middle dots": grouped("·"),
  "katakana dots": grouped("・"),
  "dot each": joined("."),
  commas: grouped("，"),
  "enumeration commas": grouped("、"),
  slashes: grouped("/"),
  underscores: grouped("_"),
  brackets: (digits) => grouped("(")(digits).replace(/\((\d+)/, "($1)"),
  stars: grouped("*"),
  "plus signs": grouped("+"),
  bars: grouped("|"),
  "Chinese digits": listed("〇一二三四五六七八九"),
  "Chinese digits with 零": listed("零一二三四五六七八九"),
  "Chinese digits as spoken": listed("零幺两三四五六七八九"),
  "capital Chinese digits": listed("零壹贰叁肆伍陆柒捌玖"),
  "Chinese digits in brackets": eachDigit((digit) => (digit === 0 ? "〇" : String.fromCodePoint(0x321f + digit))),
  "circled Chinese digits": eachDigit((digit) => (digit === 0 ? "〇" : String.fromCodePoint(0x327f + digit))),
  "Chinese digits with blanks": (digits) => joined(" ")(listed("〇一二三四五六七八九")(digits)),
  "Chinese and Western mixed": (digits) =>
    [...digits].map((digit, at) => (at % 2 ? digit : listed("零一二三四五六七八九")(digit))).join(""),
  "letters l and O": listed("Ol23456789"),
  "letters I and o": listed("oI23456789"),
  "bar and O": listed("O|23456789"),
  "Cyrillic О": listed("О123456789"),
  "Greek Ο": listed("Ο123456789"),
  "turned round": (digits) => `\u202E${[...digits].toReversed().join("")}\u202C`,
  "mixed widths": (digits) => [...digits].map((digit, at) => (at % 3 ? digit : shifted(0xff10)(digit))).join(""),
};

export const EVASIONS: readonly Evasion[] = Object.entries(DISGUISES).map(([name, disguise]) => ({ name, disguise }));

/** Places where a number turns up: a sentence, brackets, a cell of its own, straight before a Chinese digit. */
export const EMBEDDINGS: readonly ((label: string, number: string) => string)[] = [
  (label, number) => `办理期间，我们多次与代表沟通（${label}：${number}），并上门听取意见。`,
  (label, number) => `其${label}为${number}。`,
  (label, number) => `${label}${number}一直可用，3月15日、6月20日各核对一次。`,
];
