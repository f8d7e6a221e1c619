import type { DisclosureRow, EditionRow } from "#db/reads/reply-record.ts";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import type { LetterDraft } from "#domain/reply/letter.ts";

/** The words of an edition, without what became of them. */
export function toLetterWords(edition: EditionRow): LetterDraft {
  const { classCode, docNumber, title, addressee, body, signatory, signedOn, contactName, contactPhone, copyTo } =
    edition;
  return { classCode, docNumber, title, addressee, body, signatory, signedOn, contactName, contactPhone, copyTo };
}

/** A stored edition as the gate sees it. */
export function toLetter(edition: EditionRow, disclosure: Pick<DisclosureRow, "mode"> | null): LetterToCheck {
  const mark = disclosure && (disclosure.mode === "none" ? "不公开" : "可公开");
  return { ...toLetterWords(edition), disclosureMark: mark };
}
