import type { MotionKind } from "./kind.ts";
import { KIND_WORDS } from "./kind.ts";

/**
 * A 编号. Items of the session and items between sessions (闭会期间) are numbered apart:
 * 1 and 闭会第1号 are different items.
 */
export type MotionNumber = { readonly number: number; readonly betweenSessions: boolean };

/** Largest number accepted: beyond it a cell is a phone number or a date, not a 编号. */
const LARGEST = 99_999;

/** Reads 39, "39", "３９", "第39号", "闭会第1号", "闭会期间第1号"; anything else is undefined. */
export function parseMotionNumber(input: string | number): MotionNumber | undefined {
  const text = String(input).normalize("NFKC").replace(/\s+/g, "");
  const match = /^(闭会(?:期间)?)?(?:第)?0*(\d{1,5})(?:号)?$/.exec(text);
  if (!match) return undefined;
  const number = Number(match[2]);
  if (number < 1 || number > LARGEST) return undefined;
  return { number, betweenSessions: match[1] !== undefined };
}

/** 第39号, 闭会第1号. */
export function motionNumberLabel({ number, betweenSessions }: MotionNumber): string {
  return betweenSessions ? `闭会第${number}号` : `第${number}号`;
}

/** The last segment of the public address: 39, bihui-1. */
export function motionNumberSlug({ number, betweenSessions }: MotionNumber): string {
  return betweenSessions ? `bihui-${number}` : String(number);
}

export function parseMotionNumberSlug(slug: string): MotionNumber | undefined {
  const match = /^(bihui-)?([1-9]\d{0,4})$/.exec(slug);
  return match ? { number: Number(match[2]), betweenSessions: match[1] !== undefined } : undefined;
}

/** Identity of a motion, the same in the database and in its address: 2026-jianyi-39. */
export function motionId(year: number, kind: MotionKind, number: MotionNumber): string {
  return `${year}-${KIND_WORDS[kind].slug}-${motionNumberSlug(number)}`;
}

/** The permanent public address (design §8), with slashes at both ends. */
export function motionPath(year: number, kind: MotionKind, number: MotionNumber): string {
  return `/${year}/${KIND_WORDS[kind].slug}/${motionNumberSlug(number)}/`;
}
