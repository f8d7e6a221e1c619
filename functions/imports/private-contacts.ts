import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { PrivateContactInput, removePrivateContact } from "#services/imports/remove-private-contact.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { LEADERS, NoQuery, access, input, problems } from "../http/route-parts.ts";

const removeRoute = createRoute({
  ...access(LEADERS),
  method: "post",
  path: "/api/private-contacts/removals",
  operationId: "removePrivateContact",
  summary: "删去误作代表、委员联系方式读入的电话或邮箱；检查答复时不再拦下它",
  tags: ["导入"],
  request: { query: NoQuery, body: input(PrivateContactInput) },
  responses: { 204: { description: "已经删去" }, ...problems(400, 401, 403, 404, 409, 413, 415, 422, 500, 503) },
});

export const privateContacts = new OpenAPIHono<ApiEnv>().openapi(removeRoute, async (c) => {
  await removePrivateContact(contextOf(c), c.req.valid("json"));
  return c.body(null, 204);
});
