import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import {
  PasskeyOptionsInput,
  PasskeySignInInput,
  signInWithPasskey,
  startPasskeySignIn,
} from "#services/passkeys/sign-in-with-passkey.ts";
import { PasskeyStepUpInput, startPasskeyStepUp, stepUpWithPasskey } from "#services/passkeys/step-up-with-passkey.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { NoInput, NoQuery, PEOPLE, PUBLIC, access, input, json, problems } from "../http/route-parts.ts";
import { requireSafeLine } from "../http/session-cookie.ts";
import { RequestOptions, getRelyingParty } from "./passkey-schema.ts";
import { Session } from "./schema.ts";
import { toRequestOptions } from "./to-passkey-options.ts";
import { beginSession, doorOf } from "./to-session.ts";

const tags = ["登录"];
const REFUSALS = problems(400, 401, 403, 409, 412, 413, 415, 422, 429, 500, 503);

const signInOptionsRoute = createRoute({
  ...PUBLIC,
  method: "post",
  path: "/api/session/passkey-options",
  operationId: "startPasskeySignIn",
  summary: "用通行密钥登录：取得验证要求；已经输入密码的，带上 pending",
  tags,
  request: { query: NoQuery, body: input(PasskeyOptionsInput) },
  responses: { 200: json(RequestOptions, "交给浏览器的验证要求，5 分钟内有效"), ...REFUSALS },
});

const signInRoute = createRoute({
  ...PUBLIC,
  method: "post",
  path: "/api/session/passkey",
  operationId: "signInWithPasskey",
  summary: "用通行密钥登录：提交验证结果",
  tags,
  request: { query: NoQuery, body: input(PasskeySignInInput) },
  responses: { 200: json(Session, "已经登录"), ...REFUSALS },
});

const stepUpOptionsRoute = createRoute({
  ...access(PEOPLE),
  method: "post",
  path: "/api/session/step-up/passkey-options",
  operationId: "startPasskeyStepUp",
  summary: "用通行密钥重新验证身份：取得验证要求",
  tags,
  request: { query: NoQuery, body: input(NoInput) },
  responses: { 200: json(RequestOptions, "交给浏览器的验证要求，5 分钟内有效"), ...REFUSALS },
});

const stepUpRoute = createRoute({
  ...access(PEOPLE),
  method: "post",
  path: "/api/session/step-up/passkey",
  operationId: "stepUpWithPasskey",
  summary: "用通行密钥重新验证身份：提交验证结果",
  tags,
  request: { query: NoQuery, body: input(PasskeyStepUpInput) },
  responses: { 200: json(Session, "5 分钟内有效"), ...REFUSALS },
});

export const passkeySignIn = new OpenAPIHono<ApiEnv>()
  .openapi(signInOptionsRoute, async (c) => {
    requireSafeLine(c);
    const options = await startPasskeySignIn(doorOf(c), getRelyingParty(c), c.req.valid("json"));
    return c.json(toRequestOptions(options), 200);
  })
  .openapi(signInRoute, async (c) => {
    requireSafeLine(c);
    const { token } = await signInWithPasskey(doorOf(c), getRelyingParty(c), c.req.valid("json"));
    return c.json(await beginSession(c, token), 200);
  })
  .openapi(stepUpOptionsRoute, async (c) =>
    c.json(toRequestOptions(await startPasskeyStepUp(contextOf(c), getRelyingParty(c))), 200),
  )
  .openapi(stepUpRoute, async (c) => {
    const { token } = await stepUpWithPasskey(contextOf(c), getRelyingParty(c), c.req.valid("json"));
    return c.json(await beginSession(c, token), 200);
  });
