import type { Context } from "hono";
import type { z } from "@hono/zod-openapi";
import { ROLE_NAMES } from "#domain/handling/actor.ts";
import { findSession } from "#services/accounts/read-session.ts";
import type { Door } from "#services/accounts/sign-in.ts";
import { hashSessionToken } from "#services/accounts/session-token.ts";
import type { ApiEnv } from "../deps.ts";
import { toBrowserName } from "#domain/account/browser-name.ts";
import { findClientAddress } from "../http/client-address.ts";
import { HttpProblem } from "../http/http-problem.ts";
import { giveSessionToken } from "../http/session-cookie.ts";
import type { Session } from "./schema.ts";

/** The door as the services see it: nobody yet, from some address. */
export function doorOf(c: Context<ApiEnv>): Door {
  const { db, now, keyring } = c.get("deps");
  return { db, now, keyring, address: findClientAddress(c), browser: toBrowserName(c.req.header("User-Agent")) };
}

/** What the holder of the session may know of it. */
export async function toSession(c: Context<ApiEnv>, tokenHash: string): Promise<z.infer<typeof Session>> {
  const found = await findSession(c.get("deps").db, tokenHash);
  if (!found) throw new HttpProblem("unauthenticated");
  const { id, login, name, role, unitCode, duty, startedAt, idleEndsAt, expiresAt, steppedUpUntil } = found;
  const who = { id, login, name, role, roleName: ROLE_NAMES[role], unitCode, duty };
  const { secondFactor, passkeys, recoveryCodesLeft, previousSignIn, refusedSince, otherSessions } = found;
  const factors = { secondFactor, passkeys, recoveryCodesLeft };
  const times = { startedAt, idleEndsAt, expiresAt, steppedUpUntil };
  return { ...who, ...times, ...factors, previousSignIn, refusedSince, otherSessions };
}

/** Puts the new token into the cookie and says what it opens. */
export async function beginSession(c: Context<ApiEnv>, token: string): Promise<z.infer<typeof Session>> {
  giveSessionToken(c, token);
  return await toSession(c, hashSessionToken(token));
}
