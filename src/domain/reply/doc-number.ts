/** A 发文字号: 云建议字〔2026〕21号. */
export type DocNumber = { readonly series: string; readonly year: number; readonly number: number };

/** Years in which an office may have numbered a document; anything else is a slip of the pen. */
const FIRST_YEAR = 1949;
const LAST_YEAR = 2099;

/** Brackets met in real texts, after NFKC (which turns ［］（） into [] and ()). */
const SHAPE = /^([\p{Script=Han}A-Za-z]{2,30}?)[:]?[〔﹝[(【](\d{4})[〕﹞\])】]第?0*(\d{1,6})号$/u;

/**
 * Reads a 文号 in any of the bracket forms in use, with or without 第 and leading zeros (GB/T 9704-2012, 7.2.5).
 * Undefined if it is damaged, unfinished, or no 文号.
 */
export function parseDocNumber(text: string): DocNumber | undefined {
  const match = SHAPE.exec(text.normalize("NFKC").replace(/[\s\p{Cf}]+/gu, ""));
  if (!match) return undefined;
  const [, series = "", yearText, numberText] = match;
  const year = Number(yearText);
  const number = Number(numberText);
  if (year < FIRST_YEAR || year > LAST_YEAR || number < 1) return undefined;
  return { series, year, number };
}

/** The form of GB/T 9704-2012: six-sided brackets, four-digit year, no 第, no leading zero. */
export function formatDocNumber({ series, year, number }: DocNumber): string {
  return `${series}〔${year}〕${number}号`;
}
