import { readSettings } from "#db/reads/settings.ts";
import { writeTransaction } from "#db/transaction.ts";
import { putDocument } from "#db/writes/documents.ts";
import type { DocumentKind } from "#domain/document/document.ts";
import { recordAudit } from "../audit.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { DraftDocumentInput } from "./document-input.ts";
import { scanWords } from "./scan-words.ts";
import { takeSlug } from "./take-slug.ts";

/** As addresses say it, permanent. */
const SLUGS: Readonly<Record<DocumentKind, string>> = {
  notice: "tongzhi",
  rules: "zhidu",
  summary: "zongjie",
  bulletin: "tongbao",
  news: "dongtai",
};

/** 起草文件: a draft that another person makes public. Returns its slug. */
export async function draftDocument(ctx: Context, { kind, ...input }: DraftDocumentInput): Promise<string> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const today = shanghaiDate(ctx.now());
    const slug = await takeSlug(tx, [today.slice(0, 4), SLUGS[kind], today.replaceAll("-", "")]);
    const words = { ...input, issuer: input.issuer ?? (await readSettings(tx)).sponsor, attachments: [] };
    const contentHash = hashOf(words);
    const findings = await scanWords(tx, words);
    await putDocument(tx, { ...words, slug, kind, contentHash, findings, editedBy: ctx.actor.id, state: "draft" });
    const event = { action: "document.draft", object: `document:${slug}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: contentHash });
    return slug;
  });
}
