import type { MotionKind } from "../motion/kind.ts";
import type { MotionNumber } from "../motion/number.ts";
import type { RichText } from "../reply/rich-text.ts";

/**
 * A reply as the gate sees it, whether it was read from a Word file or stands as a stored draft.
 * A null field was looked for and is not there.
 */
export type LetterToCheck = {
  readonly classCode: string | null;
  /** The mark as printed or decided: can the reply be made public at all? */
  readonly disclosureMark: "可公开" | "不公开" | null;
  readonly docNumber: string | null;
  readonly title: string | null;
  readonly addressee: string | null;
  readonly body: RichText;
  readonly signatory: string | null;
  /** YYYY-MM-DD */
  readonly signedOn: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly copyTo: string | null;
};

/** A motion as far as the gate needs it, to tell whether a letter answers the right one. */
export type MotionToMatch = MotionNumber & { readonly kind: MotionKind; readonly title: string };
