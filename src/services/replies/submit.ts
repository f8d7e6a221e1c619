import { updateEdition } from "#db/writes/replies.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import type { RefusalCode } from "#domain/handling/refusal.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { missingParts } from "#domain/reply/letter.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";
import { scanReply } from "./scan.ts";

function findMissing({ edition, disclosure }: LoadedReply): RefusalCode | undefined {
  if (!edition?.classCode) return "class_missing";
  if (!disclosure) return "disclosure_missing";
  if (disclosure.mode !== "full" && !disclosure.ground) return "ground_missing";
  const needsText = disclosure.mode === "summary" || disclosure.mode === "redacted";
  if (needsText && !disclosure.publicBody) return "public_text_missing";
  return undefined;
}

/** 报送审核: a letter that forgets the class, the mark or the ground, or that the gate stops, does not leave the unit. */
export async function submitReply(ctx: Context, ref: ReplyRef): Promise<LoadedReply> {
  return await changeReply(ctx, "submit", ref, async ({ tx, reply }) => {
    const { edition } = reply;
    if (!edition) throw Refused.of(refuse("letter_incomplete"));
    const parts = missingParts(edition);
    if (parts.length > 0) {
      const fields = parts.map((part) => ({ path: "letter", message: `缺少${part}` }));
      throw Refused.of(refuse("letter_incomplete"), fields);
    }
    const missing = findMissing(reply);
    if (missing) throw Refused.of(refuse(missing));
    const findings = await scanReply(tx, reply);
    const verdict = verdictOf(findings);
    if (verdict === "block") {
      const fields = findings.map((finding) => ({ path: finding.where, message: finding.message }));
      throw Refused.of(refuse("gate_blocked"), fields);
    }
    await updateEdition(tx, ref.id, edition.number, {
      state: "submitted",
      scannedHash: edition.contentHash,
      verdict,
      findings,
      submittedBy: ctx.actor.id,
      submittedAt: ctx.now().toISOString(),
    });
  });
}
