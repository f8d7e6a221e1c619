import { z } from "zod";
import { updateFollowUp } from "#db/writes/follow-ups.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import { changeAftercare } from "./change-aftercare.ts";
import { getOpenFollowUp, getScheme } from "./open-follow-up.ts";

export const FollowUpInput = z.strictObject({
  body: RichText,
  /** Class after the follow-up. */
  classCode: z.string().trim().min(1).max(2).nullable(),
  /** What shows that the class changed. */
  evidence: z.string().trim().min(1).max(2000, "依据请控制在 2000 字以内").nullable().default(null),
});
export type FollowUpInput = z.infer<typeof FollowUpInput>;

/** Saves the words of the open follow-up; an earlier submission lapses with the edit. */
export async function draftFollowUp(ctx: Context, ref: ReplyRef, input: FollowUpInput): Promise<void> {
  await changeAftercare(ctx, { action: "follow_up.draft", roles: ["unit"] }, ref, async (tx, reply) => {
    const { number } = await getOpenFollowUp(tx, ref.id);
    const scheme = await getScheme(tx, reply);
    if (input.classCode !== null && !findClass(scheme, input.classCode)) {
      const known = scheme.classes.map((item) => item.code).join("、");
      const message = `办理结果分类不在本年度口径之内，可选：${known}`;
      throw new Invalid(message, [{ path: "classCode", message }]);
    }
    await updateFollowUp(tx, ref.id, number, {
      ...input,
      draftedBy: ctx.actor.id,
      submittedBy: null,
      submittedAt: null,
    });
    return { value: undefined, audited: { number, ...input } };
  });
}
