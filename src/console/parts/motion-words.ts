import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { motionId, parseMotionNumber } from "#domain/motion/number.ts";

/**
 * What a clerk writes of a matter, as its id: 39, 第39号, 闭会第1号建议, 2025年第39号提案, or the id itself. Year and kind are
 * those of `beside` (an id) unless they are written. What is none of these comes back as it is, and the API says so.
 */
export function toMotionId(words: string, beside: string): string {
  const text = words.normalize("NFKC").replaceAll(/\s+/g, "");
  const kinds = Object.keys(KIND_WORDS) as MotionKind[];
  const own = kinds.find((kind) => beside.includes(`-${KIND_WORDS[kind].slug}-`));
  const written = kinds.find((kind) => text.includes(KIND_WORDS[kind].label));
  const kind = written ?? own;
  const year = /^(20\d{2})年(?:度)?/.exec(text)?.[1] ?? /^(\d{4})-/.exec(beside)?.[1];
  const rest = text.replace(/^20\d{2}年(?:度)?/, "").replace(kind ? KIND_WORDS[kind].label : "", "");
  const number = parseMotionNumber(rest);
  return number && kind && year ? motionId(Number(year), kind, number) : words.trim();
}
