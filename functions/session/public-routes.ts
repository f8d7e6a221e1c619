import { createRoute, z } from "@hono/zod-openapi";
import { ActivateInput } from "#services/accounts/activate.ts";
import { CompleteSignInInput } from "#services/accounts/complete-sign-in.ts";
import { PrepareActivationInput } from "#services/accounts/prepare-activation.ts";
import { SignInInput } from "#services/accounts/sign-in.ts";
import { NoQuery, PUBLIC, input, json, problems } from "../http/route-parts.ts";
import { Activated, Enrolment, Session, SignIn } from "./schema.ts";

const tags = ["登录"];
const REFUSALS = problems(400, 401, 403, 413, 415, 422, 429, 500, 503);

export const signInRoute = createRoute({
  ...PUBLIC,
  method: "post",
  path: "/api/session",
  operationId: "signIn",
  summary: "登录：登录名和密码",
  tags,
  request: { query: NoQuery, body: input(SignInInput) },
  responses: { 200: json(SignIn, "已经登录，或者需要第二步"), ...REFUSALS },
});

export const completeRoute = createRoute({
  ...PUBLIC,
  method: "post",
  path: "/api/session/second-factor",
  operationId: "completeSignIn",
  summary: "登录第二步：动态口令的验证码或恢复码",
  tags,
  request: { query: NoQuery, body: input(CompleteSignInInput) },
  responses: { 200: json(Session, "已经登录"), ...REFUSALS },
});

export const enrolmentRoute = createRoute({
  ...PUBLIC,
  method: "post",
  path: "/api/session/enrolment",
  operationId: "prepareActivation",
  summary: "激活第一步：凭激活码取得动态口令密钥",
  tags,
  request: { query: NoQuery, body: input(PrepareActivationInput) },
  responses: { 200: json(Enrolment, "账号和新的动态口令密钥"), ...REFUSALS },
});

export const activateRoute = createRoute({
  ...PUBLIC,
  method: "post",
  path: "/api/session/activate",
  operationId: "activateAccount",
  summary: "激活第二步：设置密码，验证动态口令，取得恢复码",
  tags,
  request: { query: NoQuery, body: input(ActivateInput) },
  responses: { 200: json(Activated, "已经激活并登录"), ...REFUSALS },
});

export const getSessionRoute = createRoute({
  ...PUBLIC,
  method: "get",
  path: "/api/session",
  operationId: "getSession",
  summary: "当前登录；没有带登录凭据时为 null，凭据失效时返回 401",
  tags,
  request: { query: NoQuery },
  responses: { 200: json(z.union([Session, z.null()]), "当前登录；没有登录为 null"), ...problems(401, 422, 500, 503) },
});

export const signOutRoute = createRoute({
  ...PUBLIC,
  method: "delete",
  path: "/api/session",
  operationId: "signOut",
  summary: "退出登录；没有登录时同样成功",
  tags,
  request: { query: NoQuery },
  responses: { 204: { description: "已经退出" }, ...problems(403, 413, 415, 422, 500, 503) },
});
