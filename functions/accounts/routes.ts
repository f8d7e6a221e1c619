import type { Context } from "hono";
import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { AccountHolder } from "#db/reads/accounts.ts";
import { AccountChange, changeAccount } from "#services/accounts/change-account.ts";
import { ACCOUNT_ROLES, AccountInput, createAccount } from "#services/accounts/create-account.ts";
import type { NewAccount as Created } from "#services/accounts/create-account.ts";
import { disableAccount, enableAccount } from "#services/accounts/disable-account.ts";
import { getAccount, listAccounts } from "#services/accounts/list-accounts.ts";
import { resetAccount } from "#services/accounts/reset-account.ts";
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
  READ_PROBLEMS,
  access,
  idParam,
  input,
  json,
  jsonWithEtag,
  pageOf,
} from "../http/route-parts.ts";
import { Account, NewAccount, toAccount } from "./schema.ts";

const tags = ["账号"];
const params = idParam("账号编号");

const listRoute = createRoute({
  ...access(["admin"]),
  method: "get",
  path: "/api/accounts",
  operationId: "listAccounts",
  summary: "账号",
  tags,
  request: {
    query: z.strictObject({
      ...PageQuery,
      role: z.enum(ACCOUNT_ROLES).optional(),
      unit: z.string().min(1).max(60).optional().openapi({ description: "单位代码" }),
    }),
  },
  responses: { 200: json(pageOf(Account), "一页账号，按登录名排列"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(["admin"]),
  method: "get",
  path: "/api/accounts/{id}",
  operationId: "getAccount",
  summary: "一个账号",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Account, "账号"), ...READ_PROBLEMS },
});

// No Idempotency-Key: the answer would be kept, and with it a code that is shown once. The login is taken only once.
const createAccountRoute = createRoute({
  ...access(["admin"]),
  method: "post",
  path: "/api/accounts",
  operationId: "createAccount",
  summary: "开设账号，取得激活码",
  tags,
  request: { query: NoQuery, body: input(AccountInput) },
  responses: { 201: jsonWithEtag(NewAccount, "账号和激活码"), ...CREATE_PROBLEMS },
});

function changeRoute<const P extends string, I extends z.ZodType, R extends z.ZodType>(
  method: "put" | "post",
  path: P,
  words: { readonly operationId: string; readonly summary: string },
  { takes, gives }: { readonly takes: I; readonly gives: R },
) {
  return createRoute({
    ...access(["admin"]),
    method,
    path,
    ...words,
    tags,
    parameters: [IF_MATCH],
    request: { params, query: NoQuery, body: input(takes) },
    responses: { 200: jsonWithEtag(gives, words.summary), ...CHANGE_PROBLEMS },
  });
}

const putRoute = changeRoute(
  "put",
  "/api/accounts/{id}",
  { operationId: "changeAccount", summary: "修改姓名、角色、单位、岗位" },
  { takes: AccountChange, gives: Account },
);
const disableRoute = changeRoute(
  "post",
  "/api/accounts/{id}/disable",
  { operationId: "disableAccount", summary: "停用账号，立即生效" },
  { takes: NoInput, gives: Account },
);
const enableRoute = changeRoute(
  "post",
  "/api/accounts/{id}/enable",
  { operationId: "enableAccount", summary: "启用账号" },
  { takes: NoInput, gives: Account },
);
const resetRoute = changeRoute(
  "post",
  "/api/accounts/{id}/reset",
  { operationId: "resetAccount", summary: "重置账号：密码、动态口令和登录全部作废，取得新的激活码" },
  { takes: NoInput, gives: NewAccount },
);

function answer(c: Context<ApiEnv>, holder: AccountHolder): z.infer<typeof Account> {
  c.header("ETag", etagOf(holder.version));
  return toAccount(holder);
}

function answerNew(c: Context<ApiEnv>, { holder, activation }: Created): z.infer<typeof NewAccount> {
  return { account: answer(c, holder), activationCode: activation.code, expiresAt: activation.expiresAt };
}

export const accounts = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listAccounts(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toAccount) }, 200);
  })
  .openapi(getRoute, async (c) => c.json(answer(c, await getAccount(contextOf(c), c.req.valid("param").id)), 200))
  .openapi(createAccountRoute, async (c) => {
    const created = await createAccount(contextOf(c), c.req.valid("json"));
    c.header("Location", `${c.get("deps").base ?? ""}/api/accounts/${created.holder.actor.id}`);
    return c.json(answerNew(c, created), 201);
  })
  .openapi(putRoute, async (c) => {
    const ref = { id: c.req.valid("param").id, version: getIfMatch(c) };
    return c.json(answer(c, await changeAccount(contextOf(c), ref, c.req.valid("json"))), 200);
  })
  .openapi(disableRoute, async (c) => {
    const ref = { id: c.req.valid("param").id, version: getIfMatch(c) };
    return c.json(answer(c, await disableAccount(contextOf(c), ref)), 200);
  })
  .openapi(enableRoute, async (c) => {
    const ref = { id: c.req.valid("param").id, version: getIfMatch(c) };
    return c.json(answer(c, await enableAccount(contextOf(c), ref)), 200);
  })
  .openapi(resetRoute, async (c) => {
    const ref = { id: c.req.valid("param").id, version: getIfMatch(c) };
    return c.json(answerNew(c, await resetAccount(contextOf(c), ref)), 200);
  });
