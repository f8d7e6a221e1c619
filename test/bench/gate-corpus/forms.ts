/**
 * Ways of writing a number or an address so that a reader still reads it and a plain search does not find it:
 * the layers of security.md §3.1 and what people do in letters. Written without a look at the scanner.
 */
export type Form = { readonly name: string; readonly write: (text: string) => string };

const perDigit = (map: (digit: number) => string) => (text: string) =>
  text.replace(/\d/g, (digit) => map(Number(digit)));
const script = (zero: number) => perDigit((digit) => String.fromCodePoint(zero + digit));
const letters = (ten: string) => perDigit((digit) => [...ten][digit] ?? "");
/** Between every two characters. */
const between = (mark: string) => (text: string) => [...text].join(mark);
/** Between the digits of a run only. */
const betweenDigits = (mark: string) => (text: string) => text.replace(/(?<=\d)(?=[\dX])/g, mark);
/** Groups of four from the right, as people write long numbers; X stays with its group. */
const grouped = (mark: string) => (text: string) => text.replace(/(?<=\d)(?=(?:[\dX]{4})+(?![\dX]))/g, mark);
const thirds = (mark: string) => (text: string) =>
  text.replace(/\d{7,}X?/g, (run) => `${run.slice(0, 3)}${mark}${run.slice(3, 7)}${mark}${run.slice(7)}`);

const wide = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0));

const DIGIT_FORMS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "full-width digits": script(0xff10),
  "circled digits": letters("⓪①②③④⑤⑥⑦⑧⑨"),
  "black circled digits": letters("⓿❶❷❸❹❺❻❼❽❾"),
  "circled sans digits": letters("🄋➀➁➂➃➄➅➆➇➈"),
  "black circled sans digits": letters("🄌➊➋➌➍➎➏➐➑➒"),
  "superscript digits": letters("⁰¹²³⁴⁵⁶⁷⁸⁹"),
  "subscript digits": script(0x2080),
  "digits in brackets": letters("0⑴⑵⑶⑷⑸⑹⑺⑻⑼"),
  "digits with a stop": letters("🄀⒈⒉⒊⒋⒌⒍⒎⒏⒐"),
  "digits with a comma": letters("🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊"),
  "mathematical bold": script(0x1d7ce),
  "mathematical double-struck": script(0x1d7d8),
  "mathematical sans": script(0x1d7e2),
  "mathematical bold sans": script(0x1d7ec),
  "mathematical monospace": script(0x1d7f6),
  "segmented digits": script(0x1fbf0),
  "Arabic-Indic digits": script(0x660),
  "Persian digits": script(0x6f0),
  "Devanagari digits": script(0x966),
  "Bengali digits": script(0x9e6),
  "Gurmukhi digits": script(0xa66),
  "Tamil digits": script(0xbe6),
  "Telugu digits": script(0xc66),
  "Thai digits": script(0xe50),
  "Lao digits": script(0xed0),
  "Tibetan digits": script(0xf20),
  "Myanmar digits": script(0x1040),
  "Khmer digits": script(0x17e0),
  "Mongolian digits": script(0x1810),
  "Javanese digits": script(0xa9d0),
  "Adlam digits": script(0x1e950),
  "Chinese digits": letters("〇一二三四五六七八九"),
  "Chinese digits, 零": letters("零一二三四五六七八九"),
  "Chinese capitals": letters("零壹贰叁肆伍陆柒捌玖"),
  "traditional capitals": letters("零壹貳參肆伍陸柒捌玖"),
  "digits as spoken": letters("零幺两三四五六七八九"),
  "digits as called by radio": letters("洞幺两三四五六拐八勾"),
  "Suzhou numerals": letters("〇〡〢〣〤〥〦〧〨〩"),
  "Chinese digits in brackets": letters("〇㈠㈡㈢㈣㈤㈥㈦㈧㈨"),
  "circled Chinese digits": letters("〇㊀㊁㊂㊃㊄㊅㊆㊇㊈"),
  "Latin letters O and l": letters("Ol23456789"),
  "Latin letters o and I": letters("oI23456789"),
  "Cyrillic О and bar": letters("О|23456789"),
  "Greek Ο": letters("Ο123456789"),
  "white circles": letters("○123456789"),
  "keycap digits": perDigit((digit) => `${digit}\uFE0F\u20E3`),
  "every second digit Chinese": (text) => {
    let at = 0;
    return text.replace(/\d/g, (digit) =>
      at++ % 2 === 0 ? digit : ([..."零一二三四五六七八九"][Number(digit)] ?? ""),
    );
  },
};

const INVISIBLE_FORMS: Readonly<Record<string, (text: string) => string>> = {
  "zero-width spaces": between("\u200B"),
  "zero-width non-joiners": between("\u200C"),
  "zero-width joiners": between("\u200D"),
  "word joiners": between("\u2060"),
  "invisible operators": between("\u2063"),
  "byte order marks": between("\uFEFF"),
  "soft hyphens": between("\u00AD"),
  "direction marks": between("\u200F"),
  isolates: between("\u2068\u2069"),
  "variation selectors": between("\uFE0E"),
  "supplementary variation selectors": between("\u{E0101}"),
  "tag characters": between("\u{E0041}"),
  "grapheme joiners": between("\u034F"),
  "Mongolian separators": between("\u180E"),
  "Hangul fillers": between("\u3164"),
  "half-width Hangul fillers": between("\uFFA0"),
  "empty Braille cells": between("\u2800"),
  "combining underlines": between("\u0332"),
  "combining strokes": between("\u0338"),
  "interlinear marks": between("\uFFF9"),
};

const BLANK_FORMS: Readonly<Record<string, (text: string) => string>> = {
  blanks: between(" "),
  "no-break spaces": between("\u00A0"),
  "narrow no-break spaces": between("\u202F"),
  "ideographic spaces": between("\u3000"),
  "thin spaces": between("\u2009"),
  "figure spaces": between("\u2007"),
  tabs: between("\t"),
  "line ends": between("\n"),
  "line separators": between("\u2028"),
};

const MARK_FORMS: Readonly<Record<string, (text: string) => string>> = {
  "hyphens between groups": thirds("-"),
  "en dashes between groups": thirds("–"),
  "em dashes between groups": thirds("——"),
  "minus signs between groups": thirds("−"),
  "full-width hyphens": thirds("－"),
  "wave dashes": thirds("～"),
  "stops between groups": thirds("."),
  "Chinese stops between groups": thirds("。"),
  "middle dots": thirds("·"),
  bullets: thirds("•"),
  commas: grouped(","),
  "Chinese commas": grouped("，"),
  "enumeration commas": grouped("、"),
  slashes: thirds("/"),
  "back slashes": thirds("\\"),
  underscores: thirds("_"),
  stars: thirds("*"),
  "plus signs": thirds("+"),
  "equal signs": thirds("="),
  bars: thirds("|"),
  asterism: thirds("※"),
  "black stars": thirds("★"),
  arrows: thirds("→"),
  ampersands: thirds("&"),
  "telephone signs": thirds("☎"),
  emoji: thirds("📞"),
  "dashes between all digits": betweenDigits("-"),
  "dots between all digits": betweenDigits("."),
  "commas between all digits": betweenDigits(","),
  "corner brackets": thirds("」「"),
  "spaced dashes": thirds(" - "),
  "line end between groups": thirds("\n"),
};

const WORD_FORMS: Readonly<Record<string, (text: string) => string>> = {
  "full-width throughout": wide,
};

const DISPLAY_FORMS: Readonly<Record<string, (text: string) => string>> = {
  "turned by direction": (text) => `\u202E${[...text].toReversed().join("")}\u202C`,
};

const toForms = (groups: readonly Readonly<Record<string, (text: string) => string>>[]): Form[] =>
  groups.flatMap((group) => Object.entries(group).map(([name, write]) => ({ name, write })));

/** For numbers. */
export const NUMBER_FORMS = toForms([DIGIT_FORMS, INVISIBLE_FORMS, BLANK_FORMS, MARK_FORMS, WORD_FORMS, DISPLAY_FORMS]);

/** For addresses and mailboxes: their digits disguised, or something between all their characters. */
export const TEXT_FORMS = toForms([DIGIT_FORMS, INVISIBLE_FORMS, BLANK_FORMS, WORD_FORMS]);

const latin = (upper: number, lower: number) => (text: string) =>
  text.replace(/[A-Za-z]/g, (char) => {
    const code = char.charCodeAt(0);
    return String.fromCodePoint(code >= 97 ? lower + code - 97 : upper + code - 65);
  });

const MAILBOX_FORMS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  capitals: (text) => text.toUpperCase(),
  "full-width throughout": wide,
  "full-width sign": (text) => text.replace("@", "＠"),
  "small sign": (text) => text.replace("@", "﹫"),
  "full-width stop": (text) => text.replaceAll(".", "．"),
  "Chinese stop": (text) => text.replace(/\.(?=[a-z]+$)/, "。"),
  "half-width Chinese stop": (text) => text.replace(/\.(?=[a-z]+$)/, "｡"),
  "blanks around the sign": (text) => text.replace("@", " @ "),
  "at in brackets": (text) => text.replace("@", "[at]"),
  "at in round brackets": (text) => text.replace("@", "(at)"),
  "at in Chinese brackets": (text) => text.replace("@", "（at）"),
  "at between blanks": (text) => text.replace("@", " at "),
  艾特: (text) => text.replace("@", "艾特"),
  "# for the sign": (text) => text.replace("@", "#"),
  "点 for the stop": (text) => text.replaceAll(".", "点"),
  "dot in brackets": (text) => text.replaceAll(".", "[dot]"),
  "dot in round brackets": (text) => text.replaceAll(".", "(dot)"),
  "mathematical bold": latin(0x1d400, 0x1d41a),
  "mathematical sans": latin(0x1d5a0, 0x1d5ba),
  "mathematical monospace": latin(0x1d670, 0x1d68a),
  "mathematical script": latin(0x1d4d0, 0x1d4ea),
  "mathematical fraktur": latin(0x1d56c, 0x1d586),
  "circled letters": latin(0x24b6, 0x24d0),
};

/** For mailboxes. */
export const EMAIL_FORMS = toForms([
  MAILBOX_FORMS,
  INVISIBLE_FORMS,
  { "full-width digits": script(0xff10), "circled digits": DIGIT_FORMS["circled digits"] ?? ((text) => text) },
]);
