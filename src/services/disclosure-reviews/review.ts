import { z } from "zod";
import { insertDisclosureReview, setReviewAgainOn } from "#db/writes/disclosure-reviews.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import { Reason } from "../motions/reason.ts";
import type { ReplyRef } from "../replies/change-reply.ts";

export const ReviewInput = z.strictObject({
  /** Why it is still not to be public. */
  reason: Reason,
  nextReviewOn: z.iso.date("日期应为 YYYY-MM-DD"),
});
export type ReviewInput = z.infer<typeof ReviewInput>;

/**
 * 复查 of what is withheld (条例 Art. 18): looked at again and kept back until another day, with the reason. What may be public
 * now goes the way of a 更正, past the gate and two people.
 */
export async function reviewDisclosure(ctx: Context, ref: ReplyRef, input: ReviewInput): Promise<void> {
  const verb = { action: "disclosure.review", roles: ["office"] } as const;
  await changeAftercare(ctx, verb, ref, async (tx, { reply }) => {
    if (reply?.publication !== "withheld" || reply.liveEdition === null) throw Refused.of(refuse("review_not_owed"));
    if (input.nextReviewOn <= shanghaiDate(ctx.now())) {
      const message = "下一次复查的日期应当晚于今天";
      throw new Invalid(message, [{ path: "nextReviewOn", message }]);
    }
    const edition = reply.liveEdition;
    const row = { ...input, edition, reviewedBy: ctx.actor.id, reviewedAt: ctx.now().toISOString() };
    await insertDisclosureReview(tx, { ...row, assignmentId: ref.id });
    await setReviewAgainOn(tx, ref.id, edition, input.nextReviewOn);
    return { value: undefined, audited: row };
  });
}
