import type { DisclosureRow, EditionRow } from "#db/reads/reply-record.ts";
import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";

/** A stored edition as the gate sees it. */
export function toLetter(edition: EditionRow, disclosure: Pick<DisclosureRow, "mode"> | null): LetterToCheck {
  const { classCode, docNumber, title, addressee, body, signatory, signedOn, contactName, contactPhone, copyTo } =
    edition;
  const mark = disclosure && (disclosure.mode === "none" ? "不公开" : "可公开");
  return {
    classCode,
    disclosureMark: mark,
    docNumber,
    title,
    addressee,
    body,
    signatory,
    signedOn,
    contactName,
    contactPhone,
    copyTo,
  };
}
