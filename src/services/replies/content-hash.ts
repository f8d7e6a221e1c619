import type { DisclosureRow, EditionRow } from "#db/reads/reply-record.ts";
import { hashOf } from "../hash.ts";

type Words = Pick<
  EditionRow,
  | "classCode"
  | "docNumber"
  | "title"
  | "addressee"
  | "body"
  | "signatory"
  | "signedOn"
  | "contactName"
  | "contactPhone"
  | "copyTo"
  | "note"
>;
type Decision = Pick<DisclosureRow, "mode" | "ground" | "groundText" | "publicBody" | "reviewAgainOn">;

/** One hash for everything that is approved together: the words and what becomes public of them. */
export function contentHash(words: Words, decision: Decision | null): string {
  const { classCode, docNumber, title, addressee, body, signatory, signedOn, contactName, contactPhone, copyTo, note } =
    words;
  return hashOf({
    words: {
      classCode,
      docNumber,
      title,
      addressee,
      body,
      signatory,
      signedOn,
      contactName,
      contactPhone,
      copyTo,
      note,
    },
    decision: decision && {
      mode: decision.mode,
      ground: decision.ground,
      groundText: decision.groundText,
      publicBody: decision.publicBody,
      reviewAgainOn: decision.reviewAgainOn,
    },
  });
}
