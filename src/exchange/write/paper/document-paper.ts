import type { RichText } from "#domain/reply/rich-text.ts";
import { toFoot } from "./letter-paper.ts";
import type { Paper, PaperLine } from "./paper.ts";

export type PrintedDocument = {
  readonly title: string;
  readonly issuer: string;
  readonly docNumber: string | null;
  readonly addressee: string | null;
  readonly body: RichText;
  /** YYYY-MM-DD; null while it is not signed. */
  readonly writtenOn: string | null;
};

/** A notice, rule, summary or bulletin as a document of the office. */
export function toDocumentPaper({ title, issuer, docNumber, addressee, body, writtenOn }: PrintedDocument): Paper {
  const number: PaperLine[] = docNumber === null ? [] : [{ kind: "line", role: "doc_number", text: docNumber }];
  const to: PaperLine[] =
    addressee === null ? [] : [{ kind: "line", role: "addressee", text: `${addressee.replace(/[:：]$/, "")}：` }];
  return {
    name: title,
    creator: issuer,
    blocks: [
      ...number,
      { kind: "line", role: "title", text: title },
      ...to,
      { kind: "body", body },
      ...toFoot({ signatory: issuer, signedOn: writtenOn, contactName: null, contactPhone: null, copyTo: null }),
    ],
  };
}
