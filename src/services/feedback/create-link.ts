import { randomBytes } from "node:crypto";
import { z } from "zod";
import { findLastRound } from "#db/reads/feedback.ts";
import { insertFeedbackLink, revokeFeedbackLinks } from "#db/writes/feedback.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import { sha256 } from "../hash.ts";
import type { ReplyRef } from "../replies/change-reply.ts";

const DAY = 24 * 60 * 60 * 1000;

export const LinkInput = z.strictObject({
  days: z.int().min(1).max(60, "有效期最长 60 天").default(15),
});
export type LinkInput = z.infer<typeof LinkInput>;

export type NewLink = { readonly token: string; readonly expiresAt: string };

/**
 * A one-time link to the form of the open round: 256 random bits, shown once and kept only as their SHA-256.
 * An earlier link of the round ends with it.
 */
export async function createFeedbackLink(ctx: Context, ref: ReplyRef, { days }: LinkInput): Promise<NewLink> {
  return await changeAftercare(ctx, { action: "feedback.create_link", roles: ["office"] }, ref, async (tx) => {
    const last = await findLastRound(tx, ref.id);
    if (!last || last.answers) throw Refused.of(refuse("feedback_not_asked"));
    const now = ctx.now();
    const createdAt = now.toISOString();
    await revokeFeedbackLinks(tx, ref.id, createdAt);
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(now.getTime() + days * DAY).toISOString();
    const link = { assignmentId: ref.id, round: last.round, createdBy: ctx.actor.id, createdAt, expiresAt };
    await insertFeedbackLink(tx, { ...link, tokenHash: sha256(token) });
    return { value: { token, expiresAt }, audited: link };
  });
}
