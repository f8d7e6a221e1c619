import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { ROLE_NAMES, Role } from "#domain/handling/actor.ts";
import { VERBS, roleMay } from "#domain/handling/transitions.ts";
import type { ApiEnv } from "../deps.ts";
import { getActor } from "../http/authentication.ts";
import { EVERYONE, NoQuery, access, json, problems } from "../http/route-parts.ts";

const Me = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role: Role,
    roleName: z.string(),
    unitCode: z.string().nullable(),
    verbs: z
      .array(z.enum(VERBS))
      .openapi({ description: "这一角色可以进行的操作；当前能否进行，以每份答复的 verbs 为准" }),
  })
  .openapi("Me");

const meRoute = createRoute({
  ...access(EVERYONE),
  method: "get",
  path: "/api/me",
  operationId: "getMe",
  summary: "当前登录或密钥属于谁、是什么角色",
  tags: ["运行"],
  request: { query: NoQuery },
  responses: { 200: json(Me, "当前身份"), ...problems(401, 403, 422, 500, 503) },
});

export const me = new OpenAPIHono<ApiEnv>().openapi(meRoute, (c) => {
  const { id, name, role, unitCode } = getActor(c);
  const verbs = VERBS.filter((verb) => roleMay(verb, role));
  return c.json({ id, name, role, roleName: ROLE_NAMES[role], unitCode, verbs }, 200);
});
