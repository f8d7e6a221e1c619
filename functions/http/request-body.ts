import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../deps.ts";
import { HttpProblem } from "./http-problem.ts";
import { isSafe } from "./same-origin.ts";

const MB = 1024 * 1024;
export const UPLOAD_LIMIT = 12 * MB;
export const BODY_LIMIT = MB;

const onError = (): never => {
  throw new HttpProblem("too_large");
};

/** Hono's own looks at the body to see that there is one, which on Node makes the whole request anew. */
function limitTo(maxSize: number): MiddlewareHandler<ApiEnv> {
  const count = bodyLimit({ maxSize, onError });
  return async (c, next) => {
    const declared = c.req.header("Content-Length");
    // RFC 9112 §6.3: a coding of the transfer overrides the length.
    if (declared === undefined || c.req.header("Transfer-Encoding") !== undefined) return await count(c, next);
    return Number(declared) <= maxSize ? await next() : onError();
  };
}

const limitUpload = limitTo(UPLOAD_LIMIT);
const limitBody = limitTo(BODY_LIMIT);

/** As Hono keeps what it has read. */
const EMPTY_OBJECT = Promise.resolve("{}");
const UPLOADS = /^\/api\/(?:imports\/|replies\/[^/]+\/attachments$)/;

/** Where files are taken. */
export function takesFiles(path: string): boolean {
  return UPLOADS.test(path);
}

/**
 * Size and kind of what is sent, before anyone reads it. A verb without input may send nothing at all,
 * but still says application/json: no form of another site can (security reference T-A09).
 */
export const checkRequestBody = createMiddleware<ApiEnv>(async (c, next) => {
  if (isSafe(c.req.method)) return await next();
  const isUpload = takesFiles(c.req.path);
  const expected = isUpload ? "multipart/form-data" : "application/json";
  const given = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (given !== expected) throw new HttpProblem("wrong_content_type");
  return await (isUpload ? limitUpload : limitBody)(c, async () => {
    if (!isUpload && (await c.req.text()).trim() === "") Object.assign(c.req.bodyCache, { text: EMPTY_OBJECT });
    await next();
  });
});
