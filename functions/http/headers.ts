import { createMiddleware } from "hono/factory";
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

/** Opens every request: its id, its dependencies; and closes every answer: headers, count, what was refused. */
export function frameRequests(depsOf: (env: unknown) => ApiDeps, requests: RequestCounter, strangers: StrangerLimit) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    c.set("deps", depsOf(c.env));
    c.set("requestId", crypto.randomUUID());
    c.set("requests", requests);
    c.set("actor", undefined);
    c.set("session", undefined);
    c.set("problem", undefined);
    await next();
    await noteRefusal(c, strangers);
    // On the answer itself: c.header would make a new answer of it each time.
    const { headers } = c.res;
    for (const [name, value] of SET_ON_ALL) {
      if (!headers.has(name)) headers.set(name, value);
    }
    headers.set("X-Request-Id", c.get("requestId"));
    requests.add(c.req.method, c.res.status);
  });
}
