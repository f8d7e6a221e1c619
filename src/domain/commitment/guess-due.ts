import { addDays, addMonths } from "../deadline/civil-date.ts";

const DIGITS = "〇一二三四五六七八九";
const pad = (text: string) => text.padStart(2, "0");
const MONTH = "(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])";

function toMonth(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (!text.startsWith("十")) return DIGITS.indexOf(text);
  return 10 + Math.max(0, DIGITS.indexOf(text.slice(1)));
}

function lastDay(year: number, month: number): string {
  return addDays(addMonths(`${year}-${pad(String(month))}-01`, 1), -1);
}

function findYear(text: string, year: number): number {
  const stated = /(20\d{2})\s*年/.exec(text)?.[1];
  if (stated !== undefined) return Number(stated);
  return text.includes("明年") ? year + 1 : year;
}

type Form = { readonly pattern: RegExp; readonly toDue: (match: RegExpExecArray, year: number) => string };

/** Most exact first: a day, a month, a part of the year, the year. */
const FORMS: readonly Form[] = [
  {
    pattern: /(\d{1,2})月(\d{1,2})日(?:之?前|以前)/,
    toDue: (match, year) => `${year}-${pad(match[1] ?? "")}-${pad(match[2] ?? "")}`,
  },
  {
    pattern: new RegExp(`${MONTH}月(?:底|末|份)?(?:之?前|以前|完成|建成|竣工|投入使用)`),
    toDue: (match, year) => lastDay(year, toMonth(match[1] ?? "1")),
  },
  { pattern: /上半年/, toDue: (_, year) => lastDay(year, 6) },
  { pattern: /第?三季度/, toDue: (_, year) => lastDay(year, 9) },
  { pattern: /年(?:底|末|内)|[今明]年|20\d{2}年|下半年|第?四季度/, toDue: (_, year) => lastDay(year, 12) },
];

function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= Number(lastDay(year, month).slice(8));
}

/**
 * The day by which a sentence promises, read in the year of the letter: "6月底前" is its last day of June.
 * Undefined where it names none. A guess for a person to confirm.
 */
export function guessDue(sentence: string, year: number): string | undefined {
  for (const { pattern, toDue } of FORMS) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const due = toDue(match, findYear(sentence, year));
    if (isDay(due)) return due;
  }
  return undefined;
}
