import { z } from "zod";
import { askOpinionRow } from "#db/writes/opinions.ts";
import { toHandedOn } from "#domain/assignment/clocks.ts";
import { stateGivenBack } from "#domain/assignment/stages.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentChange, AssignmentRef } from "../assignments/change-assignment.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, Refused } from "../errors.ts";
import { changeOpinion } from "./change-opinion.ts";

export const AskOpinionInput = z.strictObject({
  /** Left out: by the rules of the campaign, counted from the hand-over. */
  dueOn: z.iso.date("日期应写成 2026-03-01 的格式").optional(),
});
export type AskOpinionInput = z.infer<typeof AskOpinionInput>;

function toDueOn(change: AssignmentChange, input: AskOpinionInput): string | null {
  const dueOn =
    input.dueOn ?? findDueOn(toHandedOn(change.assignment, change.motion), change.rules.deadlines.jointOpinion);
  if (input.dueOn === undefined || input.dueOn >= change.today) return dueOn;
  const message = "提出会办意见的期限不能早于今天";
  throw new Invalid(message, [{ path: "dueOn", message }]);
}

/** 征求会办意见 by the lead unit or the office; asking anew opens what was settled. */
export async function askOpinion(ctx: Context, ref: AssignmentRef, input: AskOpinionInput): Promise<void> {
  await changeOpinion(ctx, { action: "opinion.ask", roles: ["unit", "office"] }, ref, async (change) => {
    const { tx, assignment, opinion, at } = change;
    if (ctx.actor.unitCode === assignment.unitCode) throw new Forbidden("会办意见由主办单位或政府办公室征求");
    if (opinion?.state === "asked") throw Refused.of(refuse("opinion_asked"));
    const dueOn = toDueOn(change, input);
    await askOpinionRow(tx, { assignmentId: ref.id, dueOn, askedBy: ctx.actor.id, askedAt: at });
    const state = assignment.state === "closed" ? stateGivenBack(assignment.signedAt) : assignment.state;
    return { patch: { state }, before: opinion, after: { dueOn } };
  });
}
