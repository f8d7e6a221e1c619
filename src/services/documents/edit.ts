import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { DocumentRef } from "./change-document.ts";
import { changeDocument } from "./change-document.ts";
import type { EditDocumentInput } from "./document-input.ts";
import { scanWords } from "./scan-words.ts";

/** Changes the words of a draft; what the gate finds in them is stored with them. */
export async function editDocument(ctx: Context, ref: DocumentRef, input: EditDocumentInput): Promise<void> {
  await changeDocument(ctx, "document.edit", ref, async (tx, before) => {
    if (before.state !== "draft") throw Refused.of(refuse("document_not_draft"));
    const { attachments } = before;
    const { issuer = before.issuer, ...rest } = input;
    const contentHash = hashOf({ ...rest, issuer, attachments });
    const findings = await scanWords(tx, { ...input, attachments });
    return { ...rest, issuer, contentHash, findings, editedBy: ctx.actor.id };
  });
}
