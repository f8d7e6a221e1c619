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
const limitUpload = bodyLimit({ maxSize: UPLOAD_LIMIT, onError });
const limitBody = bodyLimit({ maxSize: BODY_LIMIT, onError });

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
    if (!isUpload && (await c.req.raw.clone().text()).trim() === "") {
      c.req.raw = new Request(c.req.raw, { method: c.req.method, body: "{}" });
    }
    await next();
  });
});
