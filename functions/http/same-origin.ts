import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../deps.ts";
import { HttpProblem } from "./http-problem.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

export function isSafe(method: string): boolean {
  return SAFE.has(method);
}

/** A browser said where the request comes from; whether that is us, refuseCrossSite has judged before. */
export function saysWhereFrom(c: Context<ApiEnv>): boolean {
  return c.req.header("Sec-Fetch-Site") !== undefined || c.req.header("Origin") !== undefined;
}

function isOwn(c: Context<ApiEnv>, origin: string): boolean {
  return origin === new URL(c.req.url).origin || origin === c.get("deps").origin;
}

/**
 * An unsafe request that a browser sent must come from our own pages, whatever its content type.
 * Where both headers are there, both must say so (security reference F13).
 */
export const refuseCrossSite = createMiddleware<ApiEnv>(async (c, next) => {
  if (!isSafe(c.req.method)) {
    const site = c.req.header("Sec-Fetch-Site");
    const origin = c.req.header("Origin");
    if (site !== undefined && site !== "same-origin") throw new HttpProblem("cross_site");
    if (origin !== undefined && !isOwn(c, origin)) throw new HttpProblem("cross_site");
  }
  await next();
});
