import { hasActedOn } from "#db/reads/audit-list.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { closeUp } from "#domain/summary/close-up.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
import { shanghaiMinute } from "../clock.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { takeIndexNumber } from "../index-number.ts";
import { requestRelease } from "../releases/request.ts";
import type { DocumentRef } from "./change-document.ts";
import { changeDocument } from "./change-document.ts";
import { scanWords } from "./scan-words.ts";

const WRITING = ["document.draft", "document.edit"];

/** 公开 of a draft, past the gate, by one who has no hand in its words (design §5). */
export async function publishDocument(ctx: Context, ref: DocumentRef): Promise<void> {
  requireStepUp(ctx);
  await changeDocument(ctx, "document.publish", ref, async (tx, before) => {
    if (before.state !== "draft") throw Refused.of(refuse("document_not_draft"));
    const wrote = await hasActedOn(tx, { actorId: ctx.actor.id, object: `document:${ref.slug}`, actions: WRITING });
    if (wrote || before.editedBy === ctx.actor.id) throw Refused.of(refuse("document_needs_second_person"));
    // Paragraphs that nobody filled, headings over nothing: a 总结 leaves the house without them.
    const body = before.kind === "summary" ? closeUp(before.body) : before.body;
    const findings = await scanWords(tx, { ...before, body });
    if (verdictOf(findings) === "block") {
      const fields = findings.map(({ where, message }) => ({ path: where, message }));
      throw Refused.of(refuse("document_blocked"), fields);
    }
    const publishedAt = before.publishedAt ?? shanghaiMinute(ctx.now());
    const indexNumber = before.indexNumber ?? (await takeIndexNumber(tx, publishedAt));
    await requestRelease(tx, ctx, "document.publish");
    return { state: "published", publishedAt, indexNumber, publishedBy: ctx.actor.id, body, findings };
  });
}
