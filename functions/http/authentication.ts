import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { isInScope } from "#domain/account/scope.ts";
import type { Actor, Role } from "#domain/handling/actor.ts";
import type { Authenticated } from "#services/accounts/authenticate.ts";
import { authenticateKey, authenticateSession } from "#services/accounts/authenticate.ts";
import type { Context as ServiceContext } from "#services/context.ts";
import { Forbidden } from "#services/errors.ts";
import type { ApiEnv } from "../deps.ts";
import { HttpProblem } from "./http-problem.ts";
import { isSafe, saysWhereFrom } from "./same-origin.ts";
import { readSessionToken } from "./session-cookie.ts";

/** Addresses that answer without a key or session; every other one needs one, known or not. */
export const PUBLIC_PATHS: ReadonlySet<string> = new Set([
  "/api/health",
  "/api/ready",
  "/api/openapi.json",
  "/api/docs",
  "/api/session",
  "/api/session/second-factor",
  "/api/session/passkey",
  "/api/session/passkey-options",
  "/api/session/enrolment",
  "/api/session/activate",
]);

/** Below which the address itself is the secret: one form, by a one-time link. */
const PUBLIC_PREFIX = "/api/feedback-forms/";

export function isPublicPath(path: string): boolean {
  return PUBLIC_PATHS.has(path) || path.startsWith(PUBLIC_PREFIX);
}

/** Always allowed to a key, whatever its scopes: whose it is. */
const UNSCOPED = new Set(["me"]);

function checkScope(c: Context<ApiEnv>, { scopes }: Authenticated): void {
  const resource = c.req.path.split("/")[2] ?? "";
  const mode = isSafe(c.req.method) ? "read" : "write";
  if (!UNSCOPED.has(resource) && !isInScope(scopes, { resource, mode })) throw new HttpProblem("out_of_scope");
}

/** A key in the header counts before a cookie: whoever sends one means it. */
async function findCaller(c: Context<ApiEnv>): Promise<Authenticated | undefined> {
  const deps = c.get("deps");
  const header = c.req.header("Authorization");
  if (header !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    return token === undefined ? undefined : await authenticateKey(deps, token);
  }
  const token = readSessionToken(c);
  const caller = token === undefined ? undefined : await authenticateSession(deps.db, token, deps.now());
  // The browser adds the cookie by itself, so here the request must say that it comes from our own page (F13).
  if (caller && !isSafe(c.req.method) && !saysWhereFrom(c)) throw new HttpProblem("cross_site");
  return caller;
}

/** On a public address whoever comes is let in, and known where they can be. */
export const authenticateRequest = createMiddleware<ApiEnv>(async (c, next) => {
  const isPublic = isPublicPath(c.req.path);
  if (!isPublic || c.req.path === "/api/session") {
    const caller = await findCaller(c);
    // RFC 6750 §3.1 would tell unknown from expired; one answer for all tells nothing.
    if (!caller && !isPublic) throw unauthenticated();
    c.set("actor", caller?.actor);
    c.set("session", caller?.session);
    if (caller && !isPublic) checkScope(c, caller);
  }
  await next();
});

function unauthenticated(): HttpProblem {
  return new HttpProblem("unauthenticated", { headers: { "WWW-Authenticate": 'Bearer realm="huiyin"' } });
}

export function requireRole(roles: readonly Role[]) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const actor = c.get("actor");
    if (!actor || !roles.includes(actor.role)) throw new Forbidden();
    await next();
  });
}

export function getActor(c: Context<ApiEnv>): Actor {
  const actor = c.get("actor");
  if (!actor) throw unauthenticated();
  return actor;
}

/** The request as the services see it. */
export function contextOf(c: Context<ApiEnv>): ServiceContext {
  const { db, now, keyring } = c.get("deps");
  const session = c.get("session");
  return { db, now, keyring, actor: getActor(c), ...(session ? { session } : {}) };
}
