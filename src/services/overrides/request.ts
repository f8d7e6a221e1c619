import { randomUUID } from "node:crypto";
import { z } from "zod";
import { listOverrideRows } from "#db/reads/overrides.ts";
import { insertOverride } from "#db/writes/overrides.ts";
import { isCurrent, isOverridable } from "#domain/gate/override.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import { sha256 } from "../hash.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import { scanReply } from "../replies/scan.ts";

export const OverrideInput = z.strictObject({
  /** The finding, as the check of the letter gives it. */
  code: z.string().min(1).max(60),
  where: z.string().min(1).max(60),
  text: z.string().max(2000),
  reason: z.string().trim().min(10, "请写明放行的理由，不少于 10 字").max(500, "理由请控制在 500 字以内"),
});
export type OverrideInput = z.infer<typeof OverrideInput>;

/**
 * 申请放行: one person says why a finding that blocks is none. It lets nothing pass before a second person agrees, and is
 * of the words and attachments as they stand: any edit ends it. Returns the id of the request.
 */
export async function requestOverride(ctx: Context, ref: ReplyRef, input: OverrideInput): Promise<string> {
  const verb = { action: "override.request", roles: ["unit", "office"] } as const;
  return await changeAftercare(ctx, verb, ref, async (tx, reply) => {
    const { edition } = reply;
    if (!edition || edition.state === "final") throw Refused.of(refuse("wrong_state"));
    const { code, where, text, reason } = input;
    const findings = await scanReply(tx, reply);
    const finding = findings.find((item) => item.code === code && item.where === where && item.text === text);
    if (!finding) {
      throw new Invalid("文稿中没有这项问题，可能已经改动。请重新检查后再申请", [
        { path: "code", message: "没有这项问题" },
      ]);
    }
    if (!isOverridable(finding)) throw Refused.of(refuse("override_never"));
    const textHash = sha256(text);
    const before = await listOverrideRows(tx, ref.id, edition.number);
    const same = before.some(
      (row) =>
        isCurrent(row, edition) &&
        row.code === code &&
        row.where === where &&
        row.textHash === textHash &&
        row.decidedBy === null,
    );
    if (same) throw Refused.of(refuse("override_waiting"));
    const id = randomUUID();
    await insertOverride(tx, {
      id,
      assignmentId: ref.id,
      edition: edition.number,
      contentHash: edition.contentHash,
      code,
      where,
      textHash,
      reason,
      requestedBy: ctx.actor.id,
      requestedAt: ctx.now().toISOString(),
    });
    return { value: id, audited: { id, code, textHash, contentHash: edition.contentHash } };
  });
}
