import { updateEdition } from "#db/writes/replies.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { checkSecondPerson } from "#domain/handling/second-person.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";
import { scanReply } from "./scan.ts";

/** 审核通过 by a second person. Scanned anew: the office may have mended words since the submission. */
export async function approveReply(ctx: Context, ref: ReplyRef): Promise<LoadedReply> {
  return await changeReply(ctx, "approve", ref, async ({ tx, reply }) => {
    const { edition } = reply;
    if (!edition) throw Refused.of(refuse("wrong_state"));
    const refusal = checkSecondPerson(ctx.actor.id, edition);
    if (refusal) throw Refused.of(refusal);
    const findings = await scanReply(tx, reply);
    const verdict = verdictOf(findings);
    if (verdict === "block") {
      const fields = findings.map((finding) => ({ path: finding.where, message: finding.message }));
      throw Refused.of(refuse("gate_blocked"), fields);
    }
    await updateEdition(tx, ref.id, edition.number, {
      state: "approved",
      scannedHash: edition.contentHash,
      verdict,
      findings,
      approvedBy: ctx.actor.id,
      approvedAt: ctx.now().toISOString(),
      approvedHash: edition.contentHash,
    });
  });
}
