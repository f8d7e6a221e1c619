import type { LetterToCheck } from "#domain/gate/letter-to-check.ts";
import type { Paper, PaperBlock, PaperLine } from "./paper.ts";
import { toPrintedDate, widthOf } from "./printed-words.ts";

export type LetterFoot = Pick<LetterToCheck, "signatory" | "signedOn" | "contactName" | "contactPhone" | "copyTo">;

/** 成文日期 stands four characters from the right edge (GB/T 9704-2012, 7.3.5.1). */
const FREE_AFTER_DATE = 4;

function line(role: PaperLine["role"], text: string | null): PaperLine[] {
  return text === null || text === "" ? [] : [{ kind: "line", role, text }];
}

/** Class and publication mark at the upper right of the first page, a wide blank between them. */
function markOf({ classCode, disclosureMark }: LetterToCheck): PaperLine[] {
  const parts = [classCode === null ? null : `${classCode}类`, disclosureMark];
  return line("mark", parts.filter((part) => part !== null).join("　"));
}

/** The unit is centred over the date; where it is longer it moves to the left, never over the edge. */
function signatureOf(signatory: string | null, signedOn: string | null): PaperLine[] {
  if (signedOn === null) return line("signature", signatory);
  const date = toPrintedDate(signedOn);
  const free = Math.max(0, FREE_AFTER_DATE + (widthOf(date) - widthOf(signatory ?? "")) / 2);
  const above = line("signature", signatory).map((item) => ({ ...item, freeAtEnd: free }));
  return [...above, { kind: "line", role: "signature", text: date, freeAtEnd: FREE_AFTER_DATE }];
}

function contactOf({ contactName, contactPhone }: LetterFoot): PaperLine[] {
  const parts = [contactName && `联系人：${contactName}`, contactPhone && `联系电话：${contactPhone}`];
  const words = parts.filter((part) => part !== null && part !== "").join("，");
  return line("note", words === "" ? null : `（${words}）`);
}

/** Signature, contact, copies: the foot of every letter of the office. */
export function toFoot(letter: LetterFoot): PaperBlock[] {
  const signature = signatureOf(letter.signatory, letter.signedOn);
  return [
    ...(signature.length > 0 ? [{ kind: "blank" } as const, ...signature] : []),
    ...contactOf(letter),
    ...line("copies", letter.copyTo === null ? null : `抄送：${letter.copyTo.replace(/。$/, "")}。`),
  ];
}

/**
 * 答复 in the layout of annexes 5 and 6: mark, issuer in red, 文号, title, addressee, body, signature, contact, copies.
 * What the letter does not have yet is left out, never filled in.
 */
export function toLetterPaper(letter: LetterToCheck, issuer: string): Paper {
  const addressee = letter.addressee && `${letter.addressee.replace(/[:：]$/, "")}：`;
  return {
    name: letter.title ?? "答复",
    creator: issuer,
    blocks: [
      ...markOf(letter),
      ...line("issuer", issuer),
      ...line("doc_number", letter.docNumber),
      { kind: "rule" },
      ...line("title", letter.title),
      ...line("addressee", addressee),
      { kind: "body", body: letter.body },
      ...toFoot(letter),
    ],
  };
}
