import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { UNIT_KINDS } from "#domain/unit/unit.ts";
import { listUnits } from "#services/units/list-units.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { LIST_PROBLEMS, NoQuery, PEOPLE, access, json, pageOf } from "../http/route-parts.ts";

const Unit = z
  .strictObject({
    code: z.string(),
    shortName: z.string(),
    fullName: z.string(),
    kind: z.enum(UNIT_KINDS),
    phone: z.string().nullable(),
  })
  .openapi("Unit");

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/units",
  operationId: "listUnits",
  summary: "承办单位名录",
  tags: ["基础资料"],
  request: { query: NoQuery },
  responses: { 200: json(pageOf(Unit), "全部单位"), ...LIST_PROBLEMS },
});

export const units = new OpenAPIHono<ApiEnv>().openapi(listRoute, async (c) => {
  const page = await listUnits(contextOf(c));
  const items = page.items.map(({ code, shortName, fullName, kind, phone }) => ({
    code,
    shortName,
    fullName,
    kind,
    phone,
  }));
  return c.json({ ...page, items }, 200);
});
