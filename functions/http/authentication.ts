import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Actor, Role } from "#domain/handling/actor.ts";
import { authenticate } from "#services/accounts/authenticate.ts";
import type { Context as ServiceContext } from "#services/context.ts";
import { Forbidden } from "#services/errors.ts";
import type { ApiEnv } from "../deps.ts";
import { HttpProblem } from "./http-problem.ts";

/** Addresses that answer without a key; every other one needs it, known or not. */
export const PUBLIC_PATHS: ReadonlySet<string> = new Set([
  "/api/health",
  "/api/ready",
  "/api/openapi.json",
  "/api/docs",
]);

export const authenticateKey = createMiddleware<ApiEnv>(async (c, next) => {
  if (!PUBLIC_PATHS.has(c.req.path)) {
    const { db, now } = c.get("deps");
    const token = /^Bearer +(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
    const actor = token === undefined ? undefined : await authenticate(db, token, now());
    // RFC 6750 §3.1 would tell unknown from expired; one answer for all tells nothing.
    if (!actor) throw new HttpProblem("unauthenticated", { headers: { "WWW-Authenticate": 'Bearer realm="huiyin"' } });
    c.set("actor", actor);
  }
  await next();
});

export function requireRole(roles: readonly Role[]) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const actor = c.get("actor");
    if (!actor || !roles.includes(actor.role)) throw new Forbidden();
    await next();
  });
}

export function getActor(c: Context<ApiEnv>): Actor {
  const actor = c.get("actor");
  if (!actor) throw new HttpProblem("unauthenticated");
  return actor;
}

/** The request as the services see it. */
export function contextOf(c: Context<ApiEnv>): ServiceContext {
  const { db, now } = c.get("deps");
  return { db, now, actor: getActor(c) };
}
