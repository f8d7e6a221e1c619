import type { Context, TypedResponse } from "hono";
import { createMiddleware } from "hono/factory";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { JSONValue } from "hono/utils/types";
import type { ApiDeps, ApiEnv } from "../deps.ts";
import type { StrangerLimit } from "./note-refusal.ts";
import { noteRefusal } from "./note-refusal.ts";
import type { RequestCounter } from "./request-counter.ts";

/** ASVS 3.4.1 to 3.4.6; Hono's own defaults miss several (security reference F13). */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
};

const SET_ON_ALL = Object.entries(SECURITY_HEADERS);

/**
 * The same as `c.json` with the frame in it from the start, for what is asked most: to set headers one by one on an answer of
 * 40 bytes costs as much as all the rest. Headers of its own are given here; what `c.header` has set is not in it.
 */
export function answerFramed<T extends JSONValue, S extends ContentfulStatusCode>(
  c: Context<ApiEnv>,
  value: T,
  status: S,
  own: Readonly<Record<string, string>> = {},
): Response & TypedResponse<T, S, "json"> {
  const id = c.get("requestId");
  const headers = { ...SECURITY_HEADERS, "Content-Type": "application/json", "X-Request-Id": id, ...own };
  const answer = new Response(JSON.stringify(value), { status, headers });
  c.set("framed", answer);
  return answer as Response & TypedResponse<T, S, "json">;
}

/** On the answer itself: c.header would make a new answer of it each time. */
function frame({ headers }: Response, requestId: string): void {
  for (const [name, value] of SET_ON_ALL) {
    if (!headers.has(name)) headers.set(name, value);
  }
  headers.set("X-Request-Id", requestId);
}

/** Opens every request: its id, its dependencies; and closes every answer: headers, count, what was refused. */
export function frameRequests(depsOf: (env: unknown) => ApiDeps, requests: RequestCounter, strangers: StrangerLimit) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    c.set("deps", depsOf(c.env));
    c.set("requestId", crypto.randomUUID());
    c.set("requests", requests);
    c.set("actor", undefined);
    c.set("session", undefined);
    c.set("problem", undefined);
    c.set("framed", undefined);
    await next();
    if (c.get("problem") !== undefined) await noteRefusal(c, strangers);
    if (c.res !== c.get("framed")) frame(c.res, c.get("requestId"));
    requests.add(c.req.method, c.res.status);
  });
}
