import type { MotionKind } from "../motion/kind.ts";
import { kindOfLabel } from "../motion/kind.ts";
import type { MotionNumber } from "../motion/number.ts";
import { parseMotionNumber } from "../motion/number.ts";

/** A motion as a letter names it; `words` as printed: 第50号. */
export type PrintedMotion = MotionNumber & { readonly kind: MotionKind; readonly words: string };

// 市四届人大闭会期间第3号建议, 第九届人大第三次会议第31号建议, 第39号（财经类）提案
const NUMBERED = /(闭会(?:期间)?)?的?(第?\s*0*\d{1,5}\s*号)(?:[^\d。；]{0,30}?)(建议|提案)/;

/** The motion that a title says it answers, or undefined if it names none. */
export function parsePrintedMotion(text: string): PrintedMotion | undefined {
  const match = NUMBERED.exec(text.normalize("NFKC"));
  const kind = kindOfLabel(match?.[3] ?? "");
  if (!match || kind === undefined) return undefined;
  const number = parseMotionNumber(`${match[1] ?? ""}${match[2] ?? ""}`);
  return number && { ...number, kind, words: (match[2] ?? "").replace(/\s+/g, "") };
}

/** The title that the opening of a letter quotes: 您提出的《…》收悉. */
export function quotedMotionTitle(opening: readonly string[]): string | undefined {
  for (const text of opening) {
    const match = /提出的[^《。]{0,40}《([^》]{2,100})》/.exec(text);
    if (match?.[1] !== undefined) return match[1];
  }
  return undefined;
}

/** The number that the opening names beside or without a title: 您提出的第40号提案收悉. */
export function openingMotion(opening: readonly string[]): PrintedMotion | undefined {
  const sentence = opening.map((text) => /提出的([^。；]{0,160})/.exec(text)?.[1]).find((text) => text !== undefined);
  return sentence === undefined ? undefined : parsePrintedMotion(sentence.replace(/《[^》]*》/g, ""));
}
