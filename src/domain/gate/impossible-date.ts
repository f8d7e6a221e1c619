const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const HAN = "〇零一二三四五六七八九";

/** 三十一 → 31, 二〇二六 → 2026; undefined for anything else. Up to 99 in words. */
function hanNumber(text: string): number | undefined {
  if (!text.includes("十")) return Number([...text].map((char) => Math.max(0, HAN.indexOf(char) - 1)).join(""));
  const [tens = "", ones = ""] = text.split("十");
  return (tens === "" ? 1 : HAN.indexOf(tens) - 1) * 10 + (ones === "" ? 0 : HAN.indexOf(ones) - 1);
}

function toNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : hanNumber(text);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** A day that is in the calendar; without a year, in the calendar of some year. */
export function isCalendarDay(year: number | undefined, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && year !== undefined && !isLeap(year) ? 28 : (DAYS[month - 1] ?? 0));
}

const N = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const WRITTEN = new RegExp(`(?<![\\d十])(?:(\\d{4}|[一二][〇零一二三四五六七八九]{3})年)?(${N})月(${N})日`, "gu");
const NUMERIC = /(?<![\d.-])((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})(?![\d-])/g;

/** Dates that no calendar has (9月31日), as they stand in the text. */
export function findImpossibleDates(text: string): string[] {
  const plain = text.normalize("NFKC");
  const matches = [...plain.matchAll(WRITTEN), ...plain.matchAll(NUMERIC)];
  const wrong = matches.filter(([, year, month = "", day = ""]) => {
    return !isCalendarDay(year === undefined ? undefined : toNumber(year), toNumber(month) ?? 0, toNumber(day) ?? 0);
  });
  return [...new Set(wrong.map(([words]) => words))];
}
