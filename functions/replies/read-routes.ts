import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { SchemeClass } from "#domain/scheme/scheme.ts";
import { readGate } from "#services/check/read-gate.ts";
import { readEdition } from "#services/replies/read-edition.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { NoQuery, PEOPLE, READ_PROBLEMS, access, idParam, json } from "../http/route-parts.ts";
import { ReplyEdition } from "./schema.ts";
import { toReplyEdition } from "./to-reply.ts";

const params = idParam("交办编号，如 2026-jianyi-39.zhujian");
const tags = ["答复"];

const Gate = z
  .strictObject({
    scheme: z.strictObject({ id: z.string(), name: z.string(), source: z.string(), classes: z.array(SchemeClass) }),
    motion: z.strictObject({
      kind: z.enum(MOTION_KINDS),
      number: z.int(),
      betweenSessions: z.boolean(),
      title: z.string(),
    }),
    officeLines: z.array(z.string()).openapi({ description: "各单位对外公布的办公电话，出现在文中不算个人信息" }),
  })
  .openapi("ReplyGate");

const gateRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/replies/{id}/gate",
  operationId: "getReplyGate",
  summary: "检查这份答复要用的资料：分类口径、所答的建议提案、办公电话",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: json(Gate, "检查所用的资料"), ...READ_PROBLEMS },
});

const editionRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/replies/{id}/editions/{number}",
  operationId: "getReplyEdition",
  summary: "答复的某一稿，供对照",
  tags,
  request: {
    params: z.strictObject({ ...params.shape, number: z.coerce.number().int().min(1).max(999) }),
    query: NoQuery,
  },
  responses: { 200: json(ReplyEdition, "这一稿"), ...READ_PROBLEMS },
});

export const replyReads = new OpenAPIHono<ApiEnv>()
  .openapi(gateRoute, async (c) => {
    const { scheme, motion, officeLines } = await readGate(contextOf(c), c.req.valid("param").id);
    return c.json({ scheme, motion, officeLines: [...officeLines] }, 200);
  })
  .openapi(editionRoute, async (c) => {
    const { id, number } = c.req.valid("param");
    return c.json(toReplyEdition(await readEdition(contextOf(c), id, number)), 200);
  });
