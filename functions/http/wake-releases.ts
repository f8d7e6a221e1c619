import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../deps.ts";
import { isSafe } from "./same-origin.ts";

/** Any accepted change may have asked for a release; the runner looks for itself. */
export const wakeReleases = createMiddleware<ApiEnv>(async (c, next) => {
  await next();
  if (!isSafe(c.req.method) && c.res.ok) c.get("deps").poke?.();
});
