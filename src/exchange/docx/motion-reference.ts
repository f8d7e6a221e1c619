import type { MotionKind } from "#domain/motion/kind.ts";
import { kindOfLabel } from "#domain/motion/kind.ts";
import type { MotionNumber } from "#domain/motion/number.ts";

/** What the title of a reply says that it answers. */
export type MotionReference = MotionNumber & {
  readonly kind: MotionKind;
  /** 市四届人大五次会议, 市四届人大闭会期间: as printed. */
  readonly sittingText: string;
};

const REFERENCE = /^(?:关于对?|对|答复)?(.{0,40}?)(?:的)?["“”「『]?第?0*(\d{1,5})号["“”」』]?[^建提]{0,6}(建议|提案)/;

/** Reads 关于市四届人大五次会议第54号建议的答复; undefined when the title names no number. */
export function parseMotionReference(title: string): MotionReference | undefined {
  const match = REFERENCE.exec(title.normalize("NFKC").replace(/\s/g, ""));
  const kind = kindOfLabel(match?.[3] ?? "");
  const number = Number(match?.[2]);
  if (!match || !kind || number < 1) return undefined;
  const sittingText = match[1] ?? "";
  return { kind, number, betweenSessions: sittingText.includes("闭会"), sittingText };
}

const OPENING_BLOCKS = 3;

/** The title of the motion as the opening of the body quotes it, without its quotation marks. */
export function findQuotedTitle(blocks: readonly string[]): string | undefined {
  const opening = blocks.slice(0, OPENING_BLOCKS).join("\n");
  const named = /《([^《》\n]{2,150}(?:建议|提案))》/.exec(opening)?.[1];
  if (named !== undefined) return named;
  return /(?:提出|提交)的?(?:关于)?(?:《([^《》\n]{2,150})》|[“"]([^“”"\n]{2,150})[”"])/
    .exec(opening)
    ?.slice(1)
    .find(Boolean);
}
