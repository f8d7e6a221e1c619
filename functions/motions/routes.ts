import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { MotionDetail } from "#db/reads/motion-detail.ts";
import type { MotionListRow } from "#db/reads/motion-list.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import { ROLE_LABELS } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import { getMotion, listMotions } from "#services/motions/list-motions.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf, getActor } from "../http/authentication.ts";
import { etagOf } from "../http/etag.ts";
import { answerFramed } from "../http/headers.ts";
import {
  Flag,
  LIST_PROBLEMS,
  NoQuery,
  PEOPLE,
  PageQuery,
  READ_PROBLEMS,
  access,
  countedPageOf,
  idParam,
  json,
  jsonWithEtag,
} from "../http/route-parts.ts";
import { Motion, MotionLine } from "./schema.ts";

const MotionsQuery = z.strictObject({
  ...PageQuery,
  campaign: z.string().max(40).optional(),
  kind: z.enum(MOTION_KINDS).optional(),
  keyItem: Flag.optional(),
  unit: z.string().max(40).optional().openapi({ description: "单位代码：该单位主办、分办或会办的" }),
  q: z.string().trim().min(1).max(100).optional().openapi({ description: "标题或编号中含有的文字" }),
  sort: z.enum(["number", "-number"]).default("number"),
});

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/motions",
  operationId: "listMotions",
  summary: "建议、提案列表",
  tags: ["建议提案"],
  request: { query: MotionsQuery },
  responses: { 200: json(countedPageOf(MotionLine), "一页建议、提案"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/motions/{id}",
  operationId: "getMotion",
  summary: "一件建议或提案",
  tags: ["建议提案"],
  request: { params: idParam("编号，如 2026-jianyi-39"), query: NoQuery },
  responses: { 200: jsonWithEtag(Motion, "建议或提案"), ...READ_PROBLEMS },
});

function toLine(row: Omit<MotionListRow, "sortKey" | "sortId">): z.infer<typeof MotionLine> {
  const { id, campaignId, kind, number, betweenSessions, title, category, topicSlug, keyItem, assignedOn, dueOn } = row;
  const numberLabel = motionNumberLabel(row);
  return {
    id,
    campaignId,
    kind,
    number,
    betweenSessions,
    numberLabel,
    title,
    category,
    topicSlug,
    keyItem,
    assignedOn,
    dueOn,
  };
}

function toMotion(detail: MotionDetail, actor: Actor): z.infer<typeof Motion> {
  const { motion, sitting, proposers, parts } = detail;
  const { version, filerGroup, proposerCount, jointText, leader, supervisor } = motion;
  return {
    ...toLine(motion),
    version,
    sitting,
    filerGroup,
    proposers,
    proposerCount,
    jointText,
    leader,
    supervisor,
    parts: parts.map((part) => {
      const mine = maySeeAssignment(actor, part.unitCode);
      return {
        unit: { code: part.unitCode, name: part.unitName },
        role: part.role,
        roleLabel: ROLE_LABELS[part.role],
        assignmentId: mine ? part.id : null,
        state: mine ? part.state : null,
      };
    }),
  };
}

export const motions = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const { sort, ...query } = c.req.valid("query");
    const page = await listMotions(contextOf(c), { ...query, descending: sort === "-number" });
    return answerFramed(c, { ...page, items: page.items.map(toLine) }, 200);
  })
  .openapi(getRoute, async (c) => {
    const detail = await getMotion(contextOf(c), c.req.valid("param").id);
    return answerFramed(c, toMotion(detail, getActor(c)), 200, { ETag: etagOf(detail.motion.version) });
  });
