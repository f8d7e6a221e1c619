import type { Context } from "hono";
import { Stale } from "#services/errors.ts";
import type { ApiEnv } from "../deps.ts";
import { HttpProblem } from "./http-problem.ts";

/** A strong validator (RFC 9110 §8.8): the version grows with every change. */
export function etagOf(version: number): string {
  return `"v${version}"`;
}

/**
 * The version that the caller saw. Missing, or `*` which saw none: 428; anything that is not one of our own: 412,
 * weak ones included, because If-Match compares strongly (RFC 9110 §13.1.1).
 */
export function getIfMatch(c: Context<ApiEnv>): number {
  const header = c.req.header("If-Match")?.trim();
  if (!header || header === "*") throw new HttpProblem("if_match_missing");
  const match = /^"v([1-9]\d{0,9})"$/.exec(header);
  if (!match) throw new Stale();
  return Number(match[1]);
}

/** For the OpenAPI document; checked by getIfMatch, which knows 428 from 412. */
export const IF_MATCH = {
  in: "header",
  name: "If-Match",
  required: true,
  description: "读取记录时得到的 ETag。缺少时返回 428，记录已被他人修改时返回 412。",
  schema: { type: "string" },
  example: '"v3"',
} as const;
