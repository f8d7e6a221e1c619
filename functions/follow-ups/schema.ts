import { z } from "@hono/zod-openapi";
import { FOLLOW_UP_KINDS, OUTCOME_SOURCES } from "#domain/commitment/commitment-kinds.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import type { FollowUpFile } from "#services/follow-ups/read-follow-ups.ts";
import { Act, toAct } from "../http/act.ts";

export const FollowUps = z
  .strictObject({
    assignmentId: z.string(),
    version: z.int(),
    followUps: z.array(
      z.strictObject({
        number: z.int(),
        kind: z.enum(FOLLOW_UP_KINDS).openapi({ description: "owed 为续办续复，supplementary 为补充答复" }),
        dueOn: z.string().nullable(),
        repliedOn: z.string().nullable().openapi({ description: "审核通过之日；为空的仍在续办" }),
        classCode: z.string().nullable(),
        body: z.union([RichText, z.null()]),
        evidence: z.string().nullable(),
        submittedAt: z.string().nullable(),
        approvedAt: z.string().nullable(),
        publishedAt: z.string().nullable(),
      }),
    ),
    returns: z
      .array(z.strictObject({ number: z.int(), reason: z.string(), returned: Act }))
      .openapi({ description: "办公室退回续复的理由" }),
    outcomes: z
      .array(
        z.strictObject({
          seq: z.int(),
          classCode: z.string(),
          decidedOn: z.string(),
          source: z.enum(OUTCOME_SOURCES),
          followUp: z.int().nullable(),
          evidence: z.string().nullable(),
        }),
      )
      .openapi({ description: "办理结果分类的历次变化" }),
  })
  .openapi("FollowUps");

export function toFollowUps({
  id,
  version,
  followUps,
  outcomes,
  returns,
  names,
}: FollowUpFile): z.infer<typeof FollowUps> {
  return {
    assignmentId: id,
    version,
    followUps: followUps.map(
      ({ number, kind, dueOn, repliedOn, classCode, body, evidence, submittedAt, approvedAt, publishedAt }) => ({
        number,
        kind,
        dueOn,
        repliedOn,
        classCode,
        body,
        evidence,
        submittedAt,
        approvedAt,
        publishedAt,
      }),
    ),
    returns: returns.map(({ number, reason, returnedBy, returnedAt }) => ({
      number,
      reason,
      returned: toAct(names, returnedBy, returnedAt),
    })),
    outcomes: outcomes.map(({ seq, classCode, decidedOn, source, followUp, evidence }) => ({
      seq,
      classCode,
      decidedOn,
      source,
      followUp,
      evidence,
    })),
  };
}
