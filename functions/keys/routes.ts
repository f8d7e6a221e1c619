import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { KeyRow } from "#db/reads/accounts.ts";
import { ROLE_NAMES, Role } from "#domain/handling/actor.ts";
import { KeyInput, createKey } from "#services/accounts/create-key.ts";
import { getKey, listKeys } from "#services/accounts/list-keys.ts";
import { revokeKey } from "#services/accounts/revoke-key.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import {
  CHANGE_PROBLEMS,
  CREATE_PROBLEMS,
  LIST_PROBLEMS,
  NoInput,
  NoQuery,
  PageQuery,
  access,
  idParam,
  input,
  json,
  jsonWithEtag,
  pageOf,
} from "../http/route-parts.ts";

const tags = ["账号"];

const Key = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    actorId: z.string(),
    name: z.string(),
    role: Role,
    roleName: z.string(),
    unitCode: z.string().nullable(),
    scopes: z.array(z.string()).nullable().openapi({ description: "null 为该角色可以进行的全部操作" }),
    prefix: z.string().nullable().openapi({ description: "密钥的开头几位，用于辨认" }),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable().openapi({ description: "最近一次使用，约一小时更新一次；null 为还没有用过" }),
    expiresAt: z.string(),
    revokedAt: z.string().nullable(),
  })
  .openapi("Key");

const NewKey = z
  .strictObject({ key: Key, token: z.string().openapi({ description: "密钥，只显示这一次" }) })
  .openapi("NewKey");

const listRoute = createRoute({
  ...access(["admin"]),
  method: "get",
  path: "/api/keys",
  operationId: "listKeys",
  summary: "访问密钥",
  tags,
  request: { query: z.strictObject(PageQuery) },
  responses: { 200: json(pageOf(Key), "一页密钥，新的在前"), ...LIST_PROBLEMS },
});

// No Idempotency-Key: the answer would be kept, and with it the key.
const createKeyRoute = createRoute({
  ...access(["admin"]),
  method: "post",
  path: "/api/keys",
  operationId: "createKey",
  summary: "发放访问密钥",
  tags,
  request: { query: NoQuery, body: input(KeyInput) },
  responses: { 201: jsonWithEtag(NewKey, "密钥"), ...CREATE_PROBLEMS },
});

const revokeRoute = createRoute({
  ...access(["admin"]),
  method: "post",
  path: "/api/keys/{id}/revoke",
  operationId: "revokeKey",
  summary: "吊销访问密钥，立即生效",
  tags,
  parameters: [IF_MATCH],
  request: { params: idParam("密钥编号"), query: NoQuery, body: input(NoInput) },
  responses: { 200: jsonWithEtag(Key, "吊销后的密钥"), ...CHANGE_PROBLEMS },
});

function toKey({ actor, key, version }: KeyRow): z.infer<typeof Key> {
  const { id, prefix, createdAt, lastUsedAt, expiresAt, revokedAt, scopes } = key;
  const { id: actorId, name, role, unitCode } = actor;
  const holder = { actorId, name, role, roleName: ROLE_NAMES[role], unitCode };
  return { id, version, ...holder, scopes, prefix, createdAt, lastUsedAt, expiresAt, revokedAt };
}

export const keys = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listKeys(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toKey) }, 200);
  })
  .openapi(createKeyRoute, async (c) => {
    const ctx = contextOf(c);
    const { id, token } = await createKey(ctx, c.req.valid("json"));
    const row = await getKey(ctx, id);
    c.header("ETag", etagOf(row.version));
    return c.json({ key: toKey(row), token }, 201);
  })
  .openapi(revokeRoute, async (c) => {
    const row = await revokeKey(contextOf(c), { id: c.req.valid("param").id, version: getIfMatch(c) });
    c.header("ETag", etagOf(row.version));
    return c.json(toKey(row), 200);
  });
