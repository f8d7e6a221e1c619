import { z } from "@hono/zod-openapi";
import { ASSIGNMENT_STATES } from "#domain/handling/states.ts";
import { ASSIGNMENT_ROLES } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";

const head = {
  id: z.string(),
  campaignId: z.string(),
  kind: z.enum(MOTION_KINDS),
  number: z.int(),
  betweenSessions: z.boolean().openapi({ description: "是否闭会期间提出" }),
  numberLabel: z.string().openapi({ example: "第39号" }),
  title: z.string(),
  category: z.string().nullable(),
  topicSlug: z.string().nullable(),
  keyItem: z.boolean().openapi({ description: "是否重点督办件" }),
  assignedOn: z.string(),
  dueOn: z.string().nullable(),
};

export const MotionLine = z.strictObject(head).openapi("MotionLine");

const MotionPart = z.strictObject({
  unit: z.strictObject({ code: z.string(), name: z.string() }),
  role: z.enum(ASSIGNMENT_ROLES),
  roleLabel: z.string(),
  assignmentId: z.string().nullable().openapi({ description: "其他单位的交办，承办单位只见单位和职责，此项为 null" }),
  state: z.enum(ASSIGNMENT_STATES).nullable(),
});

export const Motion = z
  .strictObject({
    ...head,
    version: z.int(),
    sitting: z.strictObject({ id: z.string(), name: z.string(), shortName: z.string() }),
    filerGroup: z.string().nullable(),
    proposers: z.array(z.string()),
    proposerCount: z.int(),
    jointText: z.string().nullable(),
    leader: z.string().nullable(),
    supervisor: z.string().nullable(),
    parts: z.array(MotionPart),
  })
  .openapi("Motion");
