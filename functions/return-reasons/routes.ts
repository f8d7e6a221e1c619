import type { Context } from "hono";
import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { ReturnReasonRow } from "#db/reads/return-reasons.ts";
import { addReason } from "#services/return-reasons/add.ts";
import { changeReason } from "#services/return-reasons/change.ts";
import { getReason, listReasonUse, listReasons } from "#services/return-reasons/list.ts";
import { AddReasonInput, ChangeReasonInput } from "#services/return-reasons/reason-input.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CHANGE_PROBLEMS,
  CREATE_PROBLEMS,
  Flag,
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

const ReturnReason = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    text: z.string(),
    position: z.int(),
    retired: z.boolean(),
  })
  .openapi("ReturnReason");

const ReasonUse = z
  .strictObject({
    unit: z.strictObject({ code: z.string(), name: z.string() }),
    returns: z.int().openapi({ description: "办公室退回的次数；一次退回可有多项理由" }),
    reasons: z.array(z.strictObject({ code: z.string(), text: z.string(), count: z.int() })),
  })
  .openapi("ReturnReasonUse");

const tags = ["基础资料"];
const params = z.strictObject({ code: z.string().min(1).max(40).openapi({ description: "退回理由代码" }) });

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/return-reasons",
  operationId: "listReturnReasons",
  summary: "退回理由清单",
  tags,
  request: {
    query: z.strictObject({ retired: Flag.optional().openapi({ description: "true 时一并列出已停用的" }) }),
  },
  responses: { 200: json(pageOf(ReturnReason), "清单"), ...LIST_PROBLEMS },
});

const addRoute = createRoute({
  ...access(["office"], idempotent),
  method: "post",
  path: "/api/return-reasons",
  operationId: "addReturnReason",
  summary: "增加一项退回理由",
  tags,
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(AddReasonInput) },
  responses: { 201: jsonWithEtag(ReturnReason, "已增加"), ...CREATE_PROBLEMS },
});

const changeRoute = createRoute({
  ...access(["office"]),
  method: "put",
  path: "/api/return-reasons/{code}",
  operationId: "changeReturnReason",
  summary: "修改、停用或者重新启用一项退回理由",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(ChangeReasonInput) },
  responses: { 200: jsonWithEtag(ReturnReason, "修改后"), ...CHANGE_PROBLEMS },
});

const useRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/supervision/return-reasons",
  operationId: "getReturnReasonUse",
  summary: "各单位答复被退回的次数和理由",
  tags: ["督办"],
  request: { query: z.strictObject({ campaign: z.string().min(1).max(40) }) },
  responses: { 200: json(pageOf(ReasonUse), "各单位"), ...READ_PROBLEMS },
});

function toReason({ code, version, text, position, retired }: ReturnReasonRow): z.infer<typeof ReturnReason> {
  return { code, version, text, position, retired };
}

async function read(c: Context<ApiEnv>, code: string) {
  const row = await getReason(contextOf(c), code);
  c.header("ETag", etagOf(row.version));
  return toReason(row);
}

export const returnReasons = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const { retired = false } = c.req.valid("query");
    const page = await listReasons(contextOf(c), { retired });
    return c.json({ ...page, items: page.items.map(toReason) }, 200);
  })
  .openapi(addRoute, async (c) => {
    const body = c.req.valid("json");
    await addReason(contextOf(c), body);
    return c.json(await read(c, body.code), 201);
  })
  .openapi(changeRoute, async (c) => {
    const { code } = c.req.valid("param");
    await changeReason(contextOf(c), { code, version: getIfMatch(c) }, c.req.valid("json"));
    return c.json(await read(c, code), 200);
  })
  .openapi(useRoute, async (c) => {
    const page = await listReasonUse(contextOf(c), c.req.valid("query").campaign);
    const items = page.items.map(({ unit, returns, reasons }) => ({
      unit: { ...unit },
      returns,
      reasons: reasons.map((item) => ({ ...item })),
    }));
    return c.json({ ...page, items }, 200);
  });
