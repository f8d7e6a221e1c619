import { LineRuleType } from "docx";

/** GB/T 9704-2012 in the units of OOXML: twentieths of a point, half points. */
const perMillimetre = (mm: number): number => Math.round((mm * 1440) / 25.4);

export const PAGE = {
  size: { width: perMillimetre(210), height: perMillimetre(297) },
  // 天头 37, 订口 28, 版心 156 × 225 (5.2.1).
  margin: {
    top: perMillimetre(37),
    right: perMillimetre(26),
    bottom: perMillimetre(35),
    left: perMillimetre(28),
    header: perMillimetre(15),
    footer: perMillimetre(25),
    gutter: 0,
  },
} as const;
export const TEXT_WIDTH = perMillimetre(156);
export const heightOf = perMillimetre;

/** 22 lines of 28 characters fill the page (5.2.2). */
export const LINE_PITCH = Math.floor(perMillimetre(225) / 22);
/**
 * 28 characters on 156 mm: those of 16 pt stand a quarter point closer. The character grid says the same, but
 * LibreOffice sets it wide.
 */
export const CHARACTER_SPACE = -5;

/** 三号, 二号, 四号, 小四, 五号 in half points. */
export const SIZE = { three: 32, two: 44, four: 28, smallFour: 24, five: 21 } as const;
/** Distance of lines in tables of 小四 and of 五号. */
export const TABLE_LINE = { form: 380, list: 320 } as const;

const family = (eastAsia: string) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia,
  hint: "eastAsia",
});
/** Named, not shipped: whoever has none sees the nearest that the office program knows. */
export const FONT = {
  song: family("方正小标宋简体"),
  fang: family("仿宋_GB2312"),
  hei: family("黑体"),
  kai: family("楷体_GB2312"),
} as const;
export type PaperFont = keyof typeof FONT;

export const EXACT_LINE = { line: LINE_PITCH, lineRule: LineRuleType.EXACT } as const;
/** Two characters at the head of a paragraph; twips for whoever does not count in characters. */
export const INDENT = { firstLineChars: 200, firstLine: 2 * SIZE.three * 10 } as const;
/** Paragraphs of running text. */
export const RUNNING = { spacing: EXACT_LINE, indent: INDENT } as const;
export const RED = "C00000";
