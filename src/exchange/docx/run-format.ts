import type { XmlElement } from "../ooxml/xml-tree.ts";
import { findAttribute, findChild } from "../ooxml/xml-tree.ts";

/** The properties of a run that decide whether it is seen; undefined = not said here. */
export type RunFormat = {
  readonly bold?: boolean;
  readonly vanish?: boolean;
  /** RRGGBB; "auto" is black on light and white on dark. */
  readonly color?: string;
  readonly halfPoints?: number;
  /** Width of characters in percent. */
  readonly scale?: number;
  readonly fill?: string;
};

const HIGHLIGHTS: Readonly<Record<string, string>> = { white: "FFFFFF", black: "000000", yellow: "FFFF00" };
const THEME_WHITES = new Set(["background1", "light1", "bg1", "lt1"]);

/** An on/off property (ECMA-376 Part 1 §17.17.4): present without value is on. */
export function readToggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = findChild(properties, name);
  if (!element) return undefined;
  return !/^(?:0|false|off)$/.test(findAttribute(element, "w:val") ?? "1");
}

function readNumber(properties: XmlElement | undefined, name: string): number | undefined {
  const value = findAttribute(findChild(properties, name), "w:val");
  return value === undefined || !Number.isFinite(Number(value)) ? undefined : Number(value);
}

function readColor(properties: XmlElement | undefined): string | undefined {
  const color = findChild(properties, "w:color");
  if (THEME_WHITES.has(findAttribute(color, "w:themeColor") ?? "") && !findAttribute(color, "w:themeShade"))
    return "FFFFFF";
  return findAttribute(color, "w:val")?.toUpperCase();
}

/** The fill behind text: of a run, a paragraph or a cell. */
export function readFill(properties: XmlElement | undefined): string | undefined {
  const fill = findAttribute(findChild(properties, "w:shd"), "w:fill")?.toUpperCase();
  if (fill !== undefined && /^[0-9A-F]{6}$/.test(fill)) return fill;
  return HIGHLIGHTS[findAttribute(findChild(properties, "w:highlight"), "w:val") ?? ""];
}

/** Drops what is undefined, so that merging keeps what lies below. */
function defined(format: { [Key in keyof RunFormat]: RunFormat[Key] | undefined }): RunFormat {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined));
}

export function readRunFormat(properties: XmlElement | undefined): RunFormat {
  const vanish = readToggle(properties, "w:vanish") ?? readToggle(properties, "w:specVanish");
  return defined({
    bold: readToggle(properties, "w:b"),
    vanish,
    color: readColor(properties),
    halfPoints: readNumber(properties, "w:sz"),
    scale: readNumber(properties, "w:w"),
    fill: readFill(properties),
  });
}

const SMALLEST_HALF_POINTS = 6;
const NARROWEST_PERCENT = 20;
const LEAST_CONTRAST = 32;

function channels(color: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function isLike(left: string, right: string): boolean {
  const other = channels(right);
  return channels(left).every((value, index) => Math.abs(value - (other[index] ?? 0)) < LEAST_CONTRAST);
}

/** Can a reader see text of this format? Hidden, no larger than 3 pt, squeezed to a line, or in the colour of its ground. */
export function isInvisible(format: RunFormat, ground: string | undefined): boolean {
  if (format.vanish) return true;
  if ((format.halfPoints ?? 24) <= SMALLEST_HALF_POINTS || (format.scale ?? 100) < NARROWEST_PERCENT) return true;
  const { color } = format;
  return color !== undefined && /^[0-9A-F]{6}$/.test(color) && isLike(color, format.fill ?? ground ?? "FFFFFF");
}
