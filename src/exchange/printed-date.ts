const PRINTED = /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?(?:前|以前|之前)?$/;
const CHINESE = /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;
const DIGITS = "〇一二三四五六七八九";

const toDigit = (char: string): number => DIGITS.indexOf(char.replace(/[零○]/, "〇"));

/** 十一 → 11, 三十 → 30: days and months only. */
function toSmallNumber(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens ? toDigit(tens) : 1) * 10 : 0;
  return ten + (ones ? toDigit(ones) : 0);
}

type DateParts = readonly [year: number, month: number, day: number];

function toParts(text: string): DateParts | undefined {
  const printed = PRINTED.exec(text);
  if (printed) return [Number(printed[1]), Number(printed[2]), Number(printed[3])];
  const chinese = CHINESE.exec(text.replace(/\s/g, ""));
  if (!chinese) return undefined;
  const year = Number([...(chinese[1] ?? "")].map(toDigit).join(""));
  return [year, toSmallNumber(chinese[2] ?? ""), toSmallNumber(chinese[3] ?? "")];
}

export type PrintedDate = {
  /** YYYY-MM-DD as printed, also when there is no such day. */
  readonly date: string;
  readonly exists: boolean;
};

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Reads 2026年6月10日, 2026-6-10, 2026/6/10, 2026.6.10, 二〇二六年六月十日, full-width digits, a trailing 前. Undefined: no date. */
export function parsePrintedDate(input: string): PrintedDate | undefined {
  const parts = toParts(input.normalize("NFKC").trim());
  if (!parts) return undefined;
  const [year, month, day] = parts;
  const pad = (value: number): string => String(value).padStart(2, "0");
  const inCalendar = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  // A year outside the time of these offices is a slip of the keyboard.
  return { date: `${year}-${pad(month)}-${pad(day)}`, exists: inCalendar && year >= 1949 && year <= 2100 };
}
