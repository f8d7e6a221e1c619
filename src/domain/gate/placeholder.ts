// Blanks of a template that nobody filled in (seed template of a unit's summary: 主办x件, x月xx日, 办秘[xxxx]xx号).

const CROSS = "xX×╳✕✖";
const MEASURE = "年月日号件个万亿元项名人次户处期届条场公里亩%";

// Two or more crosses; not inside a Latin word, a code, an address of the web or a masked number.
const RUN = new RegExp(`(?<![A-Za-z0-9${CROSS}./@-])[${CROSS}]{2,}(?![A-Za-z0-9${CROSS}]|[.@/-][A-Za-z0-9])`, "gu");
// 20xx年
const YEAR = new RegExp(`(?<!\\d)(?:19|20)[${CROSS}]{2}(?=年)`, "gu");
// One cross where a number belongs: 第x号, x件. Not 5×3, X光, 4x4.
const LONE = new RegExp(
  `(?<![A-Za-z0-9${CROSS}]\\s?)[xX×](?=\\s?[${MEASURE}])(?!\\s?[A-Za-z0-9])|(?<=第)[xX×](?=[\\p{Script=Han}])`,
  "gu",
);
const CIRCLES = /(?<![一二三四五六七八九十〇○零\d])[○〇◯]{2,}(?![一二三四五六七八九〇○零\d])/gu;
const WORDS =
  /(?<![有等对优看招善期亟留])待定(?![期向位点量额制义性时价岗编])|待补充|待填写?|此处填写|(?<![A-Za-z])(?:TODO|TBD)(?![A-Za-z])/gu;
const LINES = /[_＿]{2,}/gu;
const BLANK_NUMBER = /[〔﹝[](?:\d{4}|\s{1,8})[〕﹞\]]\s*号|第\s{1,8}号/gu;
const BLANK_DATE = /(?:\s{2,}|(?<!\d)\s)年\s{1,8}月(?:\s{1,8}日)?|(?<=年)\s{1,8}月|(?<=月)\s{1,8}日(?![均常用报志])/gu;
const BLANK_BRACKETS = /[（(]\s{1,20}[）)]|《\s{0,20}》|“\s{1,20}”/gu;

const PATTERNS = [RUN, YEAR, LONE, CIRCLES, WORDS, LINES, BLANK_NUMBER, BLANK_DATE, BLANK_BRACKETS];

/** The blanks in a text, as they stand, each wording once. */
export function findPlaceholders(text: string): string[] {
  // Full-width letters are crosses too; the length stays, so that the words found are quoted as they stand.
  const plain = text.replace(/[ｘＸ]/g, (char) => (char === "ｘ" ? "x" : "X")).replace(/[\u00A0\u3000\t]/g, " ");
  const found = PATTERNS.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((match) => text.slice(match.index, match.index + match[0].length)),
  );
  return [...new Set(found)];
}
