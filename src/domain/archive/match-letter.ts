import type { MotionToMatch } from "../gate/letter-to-check.ts";
import type { PrintedMotion } from "../gate/printed-motion.ts";
import { parsePrintedMotion } from "../gate/printed-motion.ts";
import { likeness, titleKey } from "../gate/title-likeness.ts";
import type { MotionKind } from "../motion/kind.ts";
import { KIND_WORDS } from "../motion/kind.ts";
import { motionNumberLabel } from "../motion/number.ts";
import type { MatchedBy } from "./archive-kinds.ts";

export type Matter = MotionToMatch & { readonly id: string };

/** What a letter of the archive says of the matter that it answers. */
export type LetterClues = {
  readonly kind: MotionKind;
  /** The number in the title. */
  readonly motion: PrintedMotion | null;
  /** 《…》 of the opening. */
  readonly quotedTitle: string | null;
  readonly fileName: string;
};

export type LetterMatch =
  | { readonly matter: Matter; readonly by: MatchedBy }
  | { readonly matter: null; readonly code: string; readonly message: string };

/** Share of common pairs of characters from which one title may be the other, written differently. */
const SIMILAR = 0.8;
/** And how far behind the next best must be, so that there is no choice to make. */
const AHEAD = 0.15;
const MOST_NAMED = 5;

const unmatched = (code: string, message: string): LetterMatch => ({ matter: null, code, message });

const nameOf = (matter: Matter): string => `${motionNumberLabel(matter)}《${matter.title}》`;

function listNames(matters: readonly Matter[]): string {
  return matters.slice(0, MOST_NAMED).map(nameOf).join("、") + (matters.length > MOST_NAMED ? "等" : "");
}

function findNumbered(matters: readonly Matter[], { kind, number, betweenSessions }: PrintedMotion) {
  return matters.find(
    (item) => item.kind === kind && item.number === number && item.betweenSessions === betweenSessions,
  );
}

function byNumber(matters: readonly Matter[], motion: PrintedMotion, clues: LetterClues): LetterMatch {
  if (motion.kind !== clues.kind) {
    const message = `这是${KIND_WORDS[motion.kind].label}的答复，台账是${KIND_WORDS[clues.kind].label}的。请放到对应的档案中导入。`;
    return unmatched("kind_mismatch", message);
  }
  const matter = findNumbered(matters, motion);
  if (matter) return { matter, by: "number" };
  const { label } = KIND_WORDS[motion.kind];
  return unmatched("motion_unknown", `台账中没有${motion.words}${label}。请核对编号，或先补进台账。`);
}

function ambiguous(same: readonly Matter[]): LetterMatch {
  return unmatched(
    "ambiguous_title",
    `所引标题与${listNames(same)}都相符，不能判断答复的是哪一件。请在标题中写明编号后重新导入。`,
  );
}

function byTitle(matters: readonly Matter[], quoted: string): LetterMatch | undefined {
  const exact = matters.filter((item) => item.title === quoted);
  const [only] = exact;
  if (only && exact.length === 1) return { matter: only, by: "title" };
  const key = titleKey(quoted);
  const same = exact.length > 1 ? exact : matters.filter((item) => titleKey(item.title) === key);
  if (same.length > 1) return ambiguous(same);
  return same[0] ? { matter: same[0], by: "similar_title" } : undefined;
}

/** A title written a little differently, where no other comes near. */
function bySimilarTitle(matters: readonly Matter[], quoted: string): LetterMatch | undefined {
  const key = titleKey(quoted);
  const ranked = matters
    .map((matter) => ({ matter, score: likeness(titleKey(matter.title), key) }))
    .filter(({ score }) => score >= SIMILAR - AHEAD)
    .toSorted((left, right) => right.score - left.score);
  const [best, second] = ranked;
  if (!best || best.score < SIMILAR) return undefined;
  if (second && second.score > best.score - AHEAD) return ambiguous(ranked.map(({ matter }) => matter));
  return { matter: best.matter, by: "similar_title" };
}

/** 03_建议_54号.docx, 第54号建议答复.docx: the number and the kind, both in the name. */
function byFileName(matters: readonly Matter[], clues: LetterClues): LetterMatch | undefined {
  const name = clues.fileName.normalize("NFKC").split("/").at(-1) ?? "";
  const turned = /(建议|提案)(\D{0,8})(\d{1,5})号/.exec(name);
  const between = turned?.[2]?.includes("闭会") ? "闭会" : "";
  const printed = parsePrintedMotion(name) ?? (turned && parsePrintedMotion(`${between}第${turned[3]}号${turned[1]}`));
  if (!printed || printed.kind !== clues.kind) return undefined;
  const matter = findNumbered(matters, printed);
  return matter && { matter, by: "file_name" };
}

/**
 * The matter that an old letter answers: by the number in its title; without one, by the title that it quotes, word for
 * word, then without punctuation, then nearly; last by the number in the name of the file. Where two come into question,
 * none is taken.
 */
export function matchLetter(matters: readonly Matter[], clues: LetterClues): LetterMatch {
  if (clues.motion) return byNumber(matters, clues.motion, clues);
  const { quotedTitle } = clues;
  const found =
    (quotedTitle === null ? undefined : (byTitle(matters, quotedTitle) ?? bySimilarTitle(matters, quotedTitle))) ??
    byFileName(matters, clues);
  return (
    found ??
    unmatched(
      "motion_unknown",
      "标题中没有编号，正文所引标题和文件名也对不上台账。请在标题中写明第几号建议或提案后重新导入。",
    )
  );
}
