import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { activate } from "#services/accounts/activate.ts";
import { ChangePasswordInput, changePassword } from "#services/accounts/change-password.ts";
import { completeSignIn } from "#services/accounts/complete-sign-in.ts";
import { prepareActivation } from "#services/accounts/prepare-activation.ts";
import { signIn } from "#services/accounts/sign-in.ts";
import { signOut, signOutEverywhere } from "#services/accounts/sign-out.ts";
import { StepUpInput, stepUp } from "#services/accounts/step-up.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { HttpProblem } from "../http/http-problem.ts";
import { NoQuery, PEOPLE, access, input, json, problems } from "../http/route-parts.ts";
import { hasSessionToken, requireSafeLine, takeSessionToken } from "../http/session-cookie.ts";
import {
  activateRoute,
  completeRoute,
  enrolmentRoute,
  getSessionRoute,
  signInRoute,
  signOutRoute,
} from "./public-routes.ts";
import { Session } from "./schema.ts";
import { beginSession, doorOf, toSession } from "./to-session.ts";

const tags = ["登录"];
const REFUSALS = problems(400, 401, 403, 409, 412, 413, 415, 422, 429, 500, 503);

const stepUpRoute = createRoute({
  ...access(PEOPLE),
  method: "post",
  path: "/api/session/step-up",
  operationId: "stepUp",
  summary: "重新验证身份：公开、撤回和管理账号之前",
  tags,
  request: { query: NoQuery, body: input(StepUpInput) },
  responses: { 200: json(Session, "5 分钟内有效"), ...REFUSALS },
});

const passwordRoute = createRoute({
  ...access(PEOPLE),
  method: "post",
  path: "/api/session/password",
  operationId: "changePassword",
  summary: "修改自己的密码；其他地方的登录随即退出",
  tags,
  request: { query: NoQuery, body: input(ChangePasswordInput) },
  responses: { 200: json(Session, "已经修改"), ...REFUSALS },
});

const everywhereRoute = createRoute({
  ...access(PEOPLE),
  method: "delete",
  path: "/api/sessions",
  operationId: "signOutEverywhere",
  summary: "退出自己在所有设备上的登录",
  tags,
  request: { query: NoQuery },
  responses: { 204: { description: "已经全部退出" }, ...problems(401, 403, 409, 413, 415, 422, 500, 503) },
});

/** Tokens travel in the cookie alone; only the pending one, which opens nothing by itself, is in an answer. */
export const session = new OpenAPIHono<ApiEnv>()
  .openapi(signInRoute, async (c) => {
    requireSafeLine(c);
    const result = await signIn(doorOf(c), c.req.valid("json"));
    const { status, token } = result;
    if (status === "signed_in")
      return c.json({ status, pending: null, methods: [], session: await beginSession(c, token) }, 200);
    return c.json({ status, pending: token, methods: [...result.methods], session: null }, 200);
  })
  .openapi(completeRoute, async (c) => {
    requireSafeLine(c);
    const { token } = await completeSignIn(doorOf(c), c.req.valid("json"));
    return c.json(await beginSession(c, token), 200);
  })
  .openapi(enrolmentRoute, async (c) => {
    requireSafeLine(c);
    const found = await prepareActivation(doorOf(c), c.req.valid("json"));
    const { login, name, role, secondFactorRequired, secret, uri, expiresAt } = found;
    return c.json({ login, name, role, secondFactorRequired, secret, uri, expiresAt }, 200);
  })
  .openapi(activateRoute, async (c) => {
    requireSafeLine(c);
    const { token, recoveryCodes } = await activate(doorOf(c), c.req.valid("json"));
    return c.json({ session: await beginSession(c, token), recoveryCodes: [...recoveryCodes] }, 200);
  })
  .openapi(getSessionRoute, async (c) => {
    const facts = c.get("session");
    if (facts) return c.json(await toSession(c, facts.tokenHash), 200);
    // Who comes with nothing asks a plain question; a browser would call a refusal of it an error of the page.
    if (c.req.header("Authorization") === undefined && !hasSessionToken(c)) return c.json(null, 200);
    throw new HttpProblem("unauthenticated");
  })
  .openapi(signOutRoute, async (c) => {
    if (c.get("session")) await signOut(contextOf(c));
    takeSessionToken(c);
    return c.body(null, 204);
  })
  .openapi(stepUpRoute, async (c) => {
    const { token } = await stepUp(contextOf(c), c.req.valid("json"));
    return c.json(await beginSession(c, token), 200);
  })
  .openapi(passwordRoute, async (c) => {
    const { token } = await changePassword(contextOf(c), c.req.valid("json"));
    return c.json(await beginSession(c, token), 200);
  })
  .openapi(everywhereRoute, async (c) => {
    await signOutEverywhere(contextOf(c));
    takeSessionToken(c);
    return c.body(null, 204);
  });
