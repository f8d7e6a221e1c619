import { z } from "@hono/zod-openapi";
import { OPINION_LABELS, OPINION_STATES } from "#domain/contact/contact-kinds.ts";
import { ASSIGNMENT_STATES } from "#domain/handling/states.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import type { OpinionView } from "#services/opinions/list-opinions.ts";
import { Act, toAct, toActOrNull } from "../http/act.ts";

export const JointOpinion = z
  .strictObject({
    id: z.string().openapi({ description: "会办单位的交办编号" }),
    version: z.int(),
    motionId: z.string(),
    unit: z.strictObject({ code: z.string(), name: z.string() }),
    assignmentState: z.enum(ASSIGNMENT_STATES),
    state: z.enum(OPINION_STATES).nullable().openapi({ description: "null 为尚未征求" }),
    stateLabel: z.string(),
    dueOn: z.string().nullable(),
    late: z.boolean().openapi({ description: "逾期提出，或者已过期限仍未提出" }),
    body: z.union([RichText, z.null()]),
    asked: z.union([Act, z.null()]),
    given: z.union([Act, z.null()]),
    waived: z.strictObject({ actorId: z.string(), name: z.string().nullable(), reason: z.string() }).nullable(),
  })
  .openapi("JointOpinion");

type Opinion = NonNullable<OpinionView["opinion"]>;

function toWaived({ waivedBy, waivedReason }: Opinion, names: OpinionView["names"]) {
  if (waivedBy === null || waivedReason === null) return null;
  return { actorId: waivedBy, name: names.get(waivedBy) ?? null, reason: waivedReason };
}

export function toOpinion(view: OpinionView): z.infer<typeof JointOpinion> {
  const { assignment, unit, opinion, late, names } = view;
  const { id, version, motionId } = assignment;
  const head = { id, version, motionId, unit, assignmentState: assignment.state, late };
  if (!opinion) {
    const none = { state: null, dueOn: null, body: null, asked: null, given: null, waived: null };
    return { ...head, ...none, stateLabel: "未征求" };
  }
  const { state, dueOn, body, askedBy, askedAt, givenBy, givenAt } = opinion;
  return {
    ...head,
    state,
    stateLabel: OPINION_LABELS[state],
    dueOn,
    body,
    asked: toAct(names, askedBy, askedAt),
    given: toActOrNull(names, givenBy, givenAt),
    waived: toWaived(opinion, names),
  };
}
