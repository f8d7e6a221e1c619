import { z } from "zod";
import { hasSubmittedReply } from "#db/reads/opinions.ts";
import { updateOpinion } from "#db/writes/opinions.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import type { AssignmentRef } from "../assignments/change-assignment.ts";
import type { Context } from "../context.ts";
import { Forbidden, Refused } from "../errors.ts";
import { changeOpinion } from "./change-opinion.ts";

export const GiveOpinionInput = z.strictObject({
  body: RichText.refine((body) => plainText(body).trim().length >= 2, "请写明会办意见"),
});
export type GiveOpinionInput = z.infer<typeof GiveOpinionInput>;

/** 提出会办意见 by the joint unit itself; it may mend it until the letter that rests on it has been sent on. */
export async function giveOpinion(ctx: Context, ref: AssignmentRef, input: GiveOpinionInput): Promise<void> {
  await changeOpinion(ctx, { action: "opinion.give", roles: ["unit"] }, ref, async (change) => {
    const { tx, assignment, motion, opinion, at } = change;
    if (ctx.actor.unitCode !== assignment.unitCode) throw new Forbidden("会办意见由会办单位自己提出");
    if (assignment.signedAt === null) throw Refused.of(refuse("not_signed"));
    if (!opinion) throw Refused.of(refuse("opinion_not_asked"));
    if (opinion.state === "waived") throw Refused.of(refuse("opinion_settled"));
    const mends = opinion.state === "given";
    if (mends && (await hasSubmittedReply(tx, motion.id))) throw Refused.of(refuse("opinion_used"));
    await updateOpinion(tx, ref.id, { state: "given", body: input.body, givenBy: ctx.actor.id, givenAt: at });
    // A joint unit owes nothing more.
    return { patch: { state: "closed" }, before: opinion, after: input };
  });
}
