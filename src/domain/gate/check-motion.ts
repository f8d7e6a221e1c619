import { KIND_WORDS } from "../motion/kind.ts";
import { motionNumberLabel } from "../motion/number.ts";
import { textBlocks } from "../reply/plain-text.ts";
import type { Finding } from "./finding.ts";
import type { LetterToCheck, MotionToMatch } from "./letter-to-check.ts";
import type { PrintedMotion } from "./printed-motion.ts";
import { openingMotion, parsePrintedMotion, quotedMotionTitle } from "./printed-motion.ts";
import { blockFinding, reviewFinding } from "./quote-words.ts";
import { likeness, titleKey } from "./title-likeness.ts";

const CODE = "motion_number_mismatch";
/** Blocks in which a letter says what it answers. */
const OPENING = 3;
/** Share of common pairs of characters from which two titles are taken for one, written differently. */
const SAME_TITLE = 0.75;

function isSame(left: PrintedMotion | MotionToMatch, right: PrintedMotion | MotionToMatch): boolean {
  return left.kind === right.kind && left.number === right.number && left.betweenSessions === right.betweenSessions;
}

function nameOf(motion: MotionToMatch): string {
  return `${motionNumberLabel(motion)}${KIND_WORDS[motion.kind].label}`;
}

function checkAgainstQuote(printed: PrintedMotion, quoted: string, motions: readonly MotionToMatch[]): Finding[] {
  const place = { where: "title", text: printed.words };
  const registered = motions.find((motion) => isSame(motion, printed));
  const key = titleKey(quoted);
  if (registered && titleKey(registered.title) === key) return [];
  const meant = motions.find((motion) => titleKey(motion.title) === key);
  if (meant) {
    const message = `标题写的是${printed.words}，正文所引《${quoted}》是${nameOf(meant)}。请核对编号后改正。`;
    return [blockFinding(CODE, place, message)];
  }
  if (!registered) {
    return [
      reviewFinding(
        "motion_unknown",
        place,
        `分配表中没有${printed.words}${KIND_WORDS[printed.kind].label}。请核对编号。`,
      ),
    ];
  }
  if (likeness(titleKey(registered.title), key) >= SAME_TITLE) return [];
  const message = `标题写的是${printed.words}，分配表中该号为《${registered.title}》，正文所引为《${quoted}》。请核对编号。`;
  return [blockFinding(CODE, place, message)];
}

/** Does the number in the title belong to the motion that the letter answers? Without `motions`, as far as the letter itself tells. */
export function checkMotion(letter: LetterToCheck, motions: readonly MotionToMatch[] | undefined): Finding[] {
  const printed = parsePrintedMotion(letter.title ?? "");
  if (!printed) return [];
  const opening = textBlocks(letter.body).slice(0, OPENING);
  const named = openingMotion(opening);
  if (named && !isSame(named, printed)) {
    const message = `标题写的是${printed.words}，正文开头写的是${named.words}。请核对编号后改正。`;
    return [blockFinding(CODE, { where: "title", text: printed.words }, message)];
  }
  const quoted = quotedMotionTitle(opening);
  return motions === undefined || quoted === undefined ? [] : checkAgainstQuote(printed, quoted, motions);
}
