import { checkLetter } from "#domain/gate/check-letter.ts";
import type { LetterContext } from "#domain/gate/check-letter.ts";
import type { Finding, Verdict } from "#domain/gate/finding.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import type { PrintedMotion } from "#domain/gate/printed-motion.ts";
import type { ReplyDocument } from "#exchange/docx/read-reply.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";

/** What the gate says of a Word file. `document` is null exactly where the verdict is refuse. */
export type CheckedReply = {
  readonly verdict: Verdict;
  readonly document: ReplyDocument | null;
  readonly motion: PrintedMotion | null;
  readonly findings: readonly Finding[];
};

/** Reads and checks one reply. A file that cannot be read safely is a verdict, not an exception. */
export async function checkReply(bytes: Uint8Array, context: LetterContext): Promise<CheckedReply> {
  try {
    const document = await readReply(bytes);
    const findings = [...document.hidden, ...checkLetter(document.letter, context)];
    return { verdict: verdictOf(findings), document, motion: document.motion, findings };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { code, message } = error;
    const finding: Finding = { code, severity: "block", where: "file", text: "", message };
    return { verdict: "refuse", document: null, motion: null, findings: [finding] };
  }
}
