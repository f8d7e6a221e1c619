import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { PasskeyChange, listPasskeys, removePasskey, renamePasskey } from "#services/passkeys/manage-passkeys.ts";
import {
  RegisterPasskeyInput,
  registerPasskey,
  startPasskeyRegistration,
} from "#services/passkeys/register-passkey.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import {
  CHANGE_PROBLEMS,
  NoInput,
  NoQuery,
  PEOPLE,
  access,
  idParam,
  input,
  json,
  jsonWithEtag,
  pageOf,
  problems,
} from "../http/route-parts.ts";
import { CreationOptions, NewPasskey, Passkey, getRelyingParty, toPasskey } from "./passkey-schema.ts";
import { toCreationOptions } from "./to-passkey-options.ts";

const tags = ["登录"];
const params = idParam("通行密钥编号");
const REFUSALS = problems(400, 401, 403, 404, 409, 413, 415, 422, 500, 503);

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/session/passkeys",
  operationId: "listPasskeys",
  summary: "自己登记的通行密钥",
  tags,
  request: { query: NoQuery },
  responses: { 200: json(pageOf(Passkey), "全部通行密钥，先登记的在前"), ...problems(401, 403, 409, 422, 500, 503) },
});

const optionsRoute = createRoute({
  ...access(PEOPLE),
  method: "post",
  path: "/api/session/passkey-registration",
  operationId: "startPasskeyRegistration",
  summary: "登记通行密钥：取得登记要求",
  tags,
  request: { query: NoQuery, body: input(NoInput) },
  responses: { 200: json(CreationOptions, "交给浏览器的登记要求，5 分钟内有效"), ...REFUSALS },
});

// No Idempotency-Key: the answer may hold recovery codes, and the challenge is taken only once.
const registerRoute = createRoute({
  ...access(PEOPLE),
  method: "post",
  path: "/api/session/passkeys",
  operationId: "registerPasskey",
  summary: "登记通行密钥：提交登记结果",
  tags,
  request: { query: NoQuery, body: input(RegisterPasskeyInput) },
  responses: { 201: jsonWithEtag(NewPasskey, "登记的通行密钥"), ...REFUSALS },
});

const renameRoute = createRoute({
  ...access(PEOPLE),
  method: "put",
  path: "/api/session/passkeys/{id}",
  operationId: "renamePasskey",
  summary: "修改通行密钥的名称",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(PasskeyChange) },
  responses: { 200: jsonWithEtag(Passkey, "通行密钥"), ...CHANGE_PROBLEMS },
});

const removeRoute = createRoute({
  ...access(PEOPLE),
  method: "delete",
  path: "/api/session/passkeys/{id}",
  operationId: "removePasskey",
  summary: "删去通行密钥，立即生效",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery },
  responses: { 204: { description: "已经删去" }, ...CHANGE_PROBLEMS },
});

export const passkeys = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listPasskeys(contextOf(c));
    return c.json({ ...page, items: page.items.map(toPasskey) }, 200);
  })
  .openapi(optionsRoute, async (c) =>
    c.json(toCreationOptions(await startPasskeyRegistration(contextOf(c), getRelyingParty(c))), 200),
  )
  .openapi(registerRoute, async (c) => {
    const made = await registerPasskey(contextOf(c), getRelyingParty(c), c.req.valid("json"));
    c.header("ETag", etagOf(made.version));
    return c.json({ passkey: toPasskey(made), recoveryCodes: [...made.recoveryCodes] }, 201);
  })
  .openapi(renameRoute, async (c) => {
    const ref = { id: c.req.valid("param").id, version: getIfMatch(c) };
    const renamed = await renamePasskey(contextOf(c), ref, c.req.valid("json"));
    c.header("ETag", etagOf(renamed.version));
    return c.json(toPasskey(renamed), 200);
  })
  .openapi(removeRoute, async (c) => {
    await removePasskey(contextOf(c), { id: c.req.valid("param").id, version: getIfMatch(c) });
    return c.body(null, 204);
  });
