/** 2026年6月10日, also of a day that does not exist: what was decided is printed, the gate judges. */
export function toPrintedDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** Width in Chinese characters: a letter or digit takes half of one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef\u2018-\u201d〔〕]/u.test(char) ? 1 : 0.5), 0);
}
