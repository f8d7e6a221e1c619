import { MATCH_WORDS } from "#domain/archive/archive-kinds.ts";
import type { MatchedBy } from "#domain/archive/archive-kinds.ts";
import { completeLetter } from "#domain/archive/complete-letter.ts";
import type { Matter } from "#domain/archive/match-letter.ts";
import { matchLetter } from "#domain/archive/match-letter.ts";
import { checkLetter } from "#domain/gate/check-letter.ts";
import type { Finding, Verdict } from "#domain/gate/finding.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import { blockFinding, reviewFinding } from "#domain/gate/quote-words.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { missingParts } from "#domain/reply/letter.ts";
import type { ReplyDocument } from "#exchange/docx/read-reply.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import type { OpenArchive } from "./open.ts";

export type JudgedLetter = {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly matchedBy: MatchedBy | null;
  /** Set where the letter found its assignment and may be stored. */
  readonly found: { readonly assignmentId: string; readonly letter: LetterToCheck } | null;
  readonly state: "found" | "unmatched" | "refused";
};

const FILE = { where: "file", text: "" };

function refuse(findings: readonly Finding[], verdict: Verdict, state: "unmatched" | "refused"): JudgedLetter {
  return { verdict, findings, matchedBy: null, found: null, state };
}

type UnitFound = { readonly code: string; readonly findings: readonly Finding[] } | { readonly problem: Finding };

/** The unit over the letter; where that is no unit of the register and only one owes an answer, that one, for a look. */
function findUnit({ issuer, letter }: ReplyDocument, matter: Matter, archive: OpenArchive): UnitFound {
  const owing = archive.owingUnits(matter.id);
  const name = issuer ?? letter.signatory ?? "";
  const unit = archive.findUnit(name);
  if (unit) {
    if (owing.includes(unit.code)) return { code: unit.code, findings: [] };
    const message = `台账中${motionNumberLabel(matter)}不是由${unit.shortName}主办或分办。请核对编号和单位。`;
    return { problem: blockFinding("motion_not_assigned", { where: "head", text: name }, message) };
  }
  const [only] = owing;
  if (only === undefined || owing.length > 1) {
    const message = `答复单位“${name}”不在单位名录中，不能判断是哪个单位的答复。请改正名称，或先登记该单位。`;
    return { problem: blockFinding("unknown_unit", { where: "head", text: name }, message) };
  }
  const message = `答复单位“${name}”不在单位名录中，已按台账的主办单位对应。请核对。`;
  return { code: only, findings: [reviewFinding("unit_assumed", { where: "head", text: name }, message)] };
}

/** What was found by more than the number or the very title is for a person to look at. */
function matchFindings(by: MatchedBy, matter: Matter): Finding[] {
  if (by === "number" || by === "title") return [];
  const message = `按${MATCH_WORDS[by]}对应到${motionNumberLabel(matter)}《${matter.title}》。请核对是否这一件。`;
  return [reviewFinding("matched_loosely", { where: "title", text: matter.title }, message)];
}

function partFindings(letter: LetterToCheck): Finding[] {
  return missingParts(letter).map((part) =>
    reviewFinding("part_missing", { where: "file", text: part }, `没有读到${part}。请对照原件核对。`),
  );
}

function judgeDocument(document: ReplyDocument, fileName: string, archive: OpenArchive): JudgedLetter {
  const { kind } = archive.archive;
  const match = matchLetter(archive.matters, { ...document, kind, fileName });
  if (match.matter === null) {
    return refuse([...document.hidden, blockFinding(match.code, FILE, match.message)], "block", "unmatched");
  }
  const unit = findUnit(document, match.matter, archive);
  if ("problem" in unit) return refuse([...document.hidden, unit.problem], "block", "unmatched");
  const assignmentId = `${match.matter.id}.${unit.code}`;
  const { letter, findings: differences } = completeLetter(document.letter, archive.ledgerOf(assignmentId));
  const findings = [
    ...document.hidden,
    ...matchFindings(match.by, match.matter),
    ...unit.findings,
    ...differences,
    ...checkLetter(letter, archive.context),
    ...partFindings(letter),
  ];
  const verdict = verdictOf(findings);
  const state = verdict === "block" ? "refused" : "found";
  return { verdict, findings, matchedBy: match.by, found: { assignmentId, letter }, state };
}

/** Reads one old letter, finds its matter, and holds it against gate and ledger. Never throws for a bad file. */
export async function judgeLetter(bytes: Uint8Array, fileName: string, archive: OpenArchive): Promise<JudgedLetter> {
  try {
    return judgeDocument(await readReply(bytes), fileName, archive);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return refuse([blockFinding(error.code, FILE, error.message)], "refuse", "refused");
  }
}
