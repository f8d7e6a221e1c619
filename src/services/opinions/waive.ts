import { z } from "zod";
import { askOpinionRow, updateOpinion } from "#db/writes/opinions.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentRef } from "../assignments/change-assignment.ts";
import type { Context } from "../context.ts";
import { Forbidden, Refused } from "../errors.ts";
import { Reason } from "../motions/reason.ts";
import { changeOpinion } from "./change-opinion.ts";

export const WaiveOpinionInput = z.strictObject({ reason: Reason });
export type WaiveOpinionInput = z.infer<typeof WaiveOpinionInput>;

/** 免予提出会办意见, by the office or the lead unit, with a reason; nobody waives what they owe themselves. */
export async function waiveOpinion(ctx: Context, ref: AssignmentRef, input: WaiveOpinionInput): Promise<void> {
  await changeOpinion(ctx, { action: "opinion.waive", roles: ["unit", "office"] }, ref, async (change) => {
    const { tx, assignment, opinion, at } = change;
    if (ctx.actor.unitCode === assignment.unitCode) throw new Forbidden("会办单位不能免除自己的会办意见");
    if (opinion && opinion.state !== "asked") throw Refused.of(refuse("opinion_settled"));
    const by = ctx.actor.id;
    if (!opinion) await askOpinionRow(tx, { assignmentId: ref.id, dueOn: null, askedBy: by, askedAt: at });
    await updateOpinion(tx, ref.id, { state: "waived", waivedBy: by, waivedReason: input.reason });
    // Signed or not: nothing is owed any more.
    return { patch: { state: "closed" }, before: opinion, after: input };
  });
}
