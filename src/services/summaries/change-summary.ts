import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { SummaryRecord } from "#db/reads/summaries.ts";
import { putDocument } from "#db/writes/documents.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { scanWords } from "../documents/scan-words.ts";
import { Forbidden, Refused, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { getSummary } from "./load-summary.ts";

export type SummaryRef = { readonly slug: string; readonly version: number };
type Words = { readonly title: string; readonly body: RichText };

/**
 * The way of every change of a 总结: whose it is, that nobody changed it meanwhile, that it is still a draft; then the
 * words are looked through and written with their audit row: whoever wrote cannot publish (documents/publish.ts). `change` gives the new words and its own result.
 */
export async function changeSummary<T>(
  ctx: Context,
  { slug, version }: SummaryRef,
  change: (tx: Transaction, record: SummaryRecord) => Promise<{ words: Words; value: T }>,
): Promise<T> {
  if (ctx.actor.role === "supervisor") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const record = await getSummary(tx, ctx.actor, slug);
    const { document } = record;
    if (document.version !== version) throw new Stale();
    if (document.state !== "draft")
      throw new Refused("wrong_state", "这份总结已经公开，不能再改。需要更正的，请另行发布。");
    const { words, value } = await change(tx, record);
    const findings = await scanWords(tx, { ...words, attachments: [] });
    const contentHash = hashOf([words.title, words.body]);
    const { version: _, ...kept } = document;
    await putDocument(tx, { ...kept, ...words, contentHash, findings: [...findings], editedBy: ctx.actor.id });
    const event = { action: "document.edit", object: `document:${slug}`, beforeHash: document.contentHash };
    await recordAudit(tx, ctx, { ...event, afterHash: contentHash });
    return value;
  });
}
