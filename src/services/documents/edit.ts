import { z } from "zod";
import { refuse } from "#domain/handling/refusal.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { DocumentRef } from "./change-document.ts";
import { changeDocument } from "./change-document.ts";
import { scanWords } from "./scan-words.ts";

const words = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);

export const EditDocumentInput = z.strictObject({
  title: z.string().trim().min(2, "请填写标题").max(200, "标题请控制在 200 字以内"),
  docNumber: words(60),
  addressee: words(200),
  writtenOn: z.iso.date("日期应为 YYYY-MM-DD").nullable().default(null),
  body: RichText,
});
export type EditDocumentInput = z.infer<typeof EditDocumentInput>;

/** Changes the words of a draft; what the gate finds in them is stored with them. */
export async function editDocument(ctx: Context, ref: DocumentRef, input: EditDocumentInput): Promise<void> {
  await changeDocument(ctx, "document.edit", ref, async (tx, before) => {
    if (before.state !== "draft") throw Refused.of(refuse("document_not_draft"));
    const { issuer, attachments } = before;
    const contentHash = hashOf({ ...input, issuer, attachments });
    const findings = await scanWords(tx, { ...input, attachments });
    return { ...input, contentHash, findings, editedBy: ctx.actor.id };
  });
}
