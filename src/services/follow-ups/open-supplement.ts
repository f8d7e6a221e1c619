import { z } from "zod";
import { listFollowUps } from "#db/reads/reply-history.ts";
import { insertFollowUp } from "#db/writes/follow-ups.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import { changeAftercare } from "./change-aftercare.ts";

export const OpenSupplementInput = z.strictObject({
  /** By when, where one is agreed. */
  dueOn: z.iso.date("日期应为 YYYY-MM-DD").nullable().default(null),
});
export type OpenSupplementInput = z.infer<typeof OpenSupplementInput>;

/** 补充答复: what a unit has to add to an answer that is out, though its class owes nothing more. Returns its number. */
export async function openSupplement(ctx: Context, ref: ReplyRef, { dueOn }: OpenSupplementInput): Promise<number> {
  const verb = { action: "follow_up.open", roles: ["unit", "office"] } as const;
  return await changeAftercare(ctx, verb, ref, async (tx, { assignment }) => {
    if (assignment.state !== "replied" && assignment.state !== "closed") throw Refused.of(refuse("not_answered_yet"));
    if (dueOn !== null && dueOn < shanghaiDate(ctx.now())) {
      const message = "补充答复的期限不能早于今天";
      throw new Invalid(message, [{ path: "dueOn", message }]);
    }
    const last = (await listFollowUps(tx, ref.id)).at(-1);
    if (last && last.repliedOn === null) throw Refused.of(refuse("follow_up_open"));
    const number = (last?.number ?? 0) + 1;
    await insertFollowUp(tx, { assignmentId: ref.id, number, kind: "supplementary", dueOn });
    return { value: number, audited: { number, kind: "supplementary", dueOn } };
  });
}
