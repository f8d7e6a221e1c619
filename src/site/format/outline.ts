/** Levels of numbering in official texts, GB/T 9704-2012 7.3.3: 一、 in 黑体, （一） in 楷体. */
export type OutlineFace = "hei" | "kai";

const LONGEST = 40;

/** The face of a paragraph that is a heading of its own: numbered, short, and no sentence. */
export function findOutlineFace(text: string): OutlineFace | undefined {
  if (text.length > LONGEST || /[。；：！？]/.test(text)) return undefined;
  if (/^[一二三四五六七八九十]+、/.test(text)) return "hei";
  if (/^（[一二三四五六七八九十]+）/.test(text)) return "kai";
  return undefined;
}
