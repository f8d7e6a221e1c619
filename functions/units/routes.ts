import type { Context } from "hono";
import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { UnitFile } from "#db/reads/units.ts";
import { UNIT_KINDS } from "#domain/unit/unit.ts";
import { addUnit } from "#services/units/add.ts";
import { changeUnit } from "#services/units/change.ts";
import { getUnit, listUnits } from "#services/units/list-units.ts";
import { AddUnitInput, ChangeUnitInput } from "#services/units/unit-input.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CHANGE_PROBLEMS,
  CREATE_PROBLEMS,
  LEADERS,
  LIST_PROBLEMS,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  input,
  json,
  jsonWithEtag,
  pageOf,
} from "../http/route-parts.ts";

const Unit = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    shortName: z.string(),
    fullName: z.string(),
    kind: z.enum(UNIT_KINDS),
    phone: z.string().nullable(),
    startedOn: z.string().nullable().openapi({ description: "设立日期" }),
    endedOn: z.string().nullable().openapi({ description: "撤销日期；在册的为 null" }),
    otherNames: z.array(
      z.strictObject({
        name: z.string(),
        usedUntil: z.string().nullable().openapi({ description: "曾用名停用的日期；只是另一种写法的为 null" }),
      }),
    ),
  })
  .openapi("Unit");

const tags = ["基础资料"];
const params = z.strictObject({ code: z.string().min(1).max(40).openapi({ description: "单位代码" }) });

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/units",
  operationId: "listUnits",
  summary: "承办单位名录",
  tags,
  request: { query: NoQuery },
  responses: { 200: json(pageOf(Unit), "全部单位"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/units/{code}",
  operationId: "getUnit",
  summary: "一个承办单位",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Unit, "单位"), ...READ_PROBLEMS },
});

const addRoute = createRoute({
  ...access(LEADERS, idempotent),
  method: "post",
  path: "/api/units",
  operationId: "addUnit",
  summary: "登记一个承办单位",
  tags,
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(AddUnitInput) },
  responses: { 201: jsonWithEtag(Unit, "已登记"), ...CREATE_PROBLEMS },
});

const changeRoute = createRoute({
  ...access(LEADERS),
  method: "put",
  path: "/api/units/{code}",
  operationId: "changeUnit",
  summary: "修改单位名称、电话和起止日期；改掉的名称留作曾用名",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(ChangeUnitInput) },
  responses: { 200: jsonWithEtag(Unit, "修改后"), ...CHANGE_PROBLEMS },
});

function toUnit(file: UnitFile): z.infer<typeof Unit> {
  const { code, version, shortName, fullName, kind, phone, startedOn, endedOn } = file;
  const otherNames = file.otherNames.map(({ name, usedUntil }) => ({ name, usedUntil }));
  return { code, version, shortName, fullName, kind, phone, startedOn, endedOn, otherNames };
}

async function read(c: Context<ApiEnv>, code: string) {
  const unit = await getUnit(contextOf(c), code);
  c.header("ETag", etagOf(unit.version));
  return toUnit(unit);
}

export const units = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listUnits(contextOf(c));
    return c.json({ ...page, items: page.items.map(toUnit) }, 200);
  })
  .openapi(getRoute, async (c) => c.json(await read(c, c.req.valid("param").code), 200))
  .openapi(addRoute, async (c) => {
    const body = c.req.valid("json");
    await addUnit(contextOf(c), body);
    return c.json(await read(c, body.code), 201);
  })
  .openapi(changeRoute, async (c) => {
    const { code } = c.req.valid("param");
    await changeUnit(contextOf(c), { code, version: getIfMatch(c) }, c.req.valid("json"));
    return c.json(await read(c, code), 200);
  });
