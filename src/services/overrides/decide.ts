import { z } from "zod";
import { findOverride } from "#db/reads/overrides.ts";
import { decideOverrideRow } from "#db/writes/overrides.ts";
import { isCurrent } from "#domain/gate/override.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { wroteIn } from "#domain/handling/second-person.ts";
import type { Context } from "../context.ts";
import { NotFound, Refused } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import type { ReplyRef } from "../replies/change-reply.ts";

export const OverrideDecision = z
  .strictObject({
    allow: z.boolean(),
    /** Why not; where it is allowed, what the second person looked at. */
    reason: z.string().trim().min(2).max(500).nullable().default(null),
  })
  .refine(({ allow, reason }) => allow || reason !== null, { path: ["reason"], message: "不同意放行的，请写明理由" });
export type OverrideDecision = z.infer<typeof OverrideDecision>;

/** 核对放行: a second person of the office, who neither asked for it nor wrote in the letter, agrees or not. */
export async function decideOverride(
  ctx: Context,
  ref: ReplyRef,
  overrideId: string,
  { allow, reason }: OverrideDecision,
): Promise<void> {
  const verb = { action: "override.decide", roles: ["office"] } as const;
  await changeAftercare(ctx, verb, ref, async (tx, { edition }) => {
    const row = await findOverride(tx, overrideId);
    if (!row || row.assignmentId !== ref.id) throw new NotFound("这项放行申请");
    if (row.decidedBy !== null) throw Refused.of(refuse("override_decided"));
    if (!edition || row.edition !== edition.number || !isCurrent(row, edition))
      throw Refused.of(refuse("override_outdated"));
    if (row.requestedBy === ctx.actor.id || wroteIn(ctx.actor.id, edition))
      throw Refused.of(refuse("override_needs_second_person"));
    const decision = {
      decidedBy: ctx.actor.id,
      decidedAt: ctx.now().toISOString(),
      allowed: allow,
      decisionReason: reason,
    };
    await decideOverrideRow(tx, overrideId, decision);
    return { value: undefined, audited: { id: overrideId, ...decision } };
  });
}
