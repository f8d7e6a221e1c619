import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { hashOf, sha256 } from "#services/hash.ts";
import { claimKey, dropKey, keepAnswer } from "#services/idempotency.ts";
import type { KeptAnswer } from "#services/idempotency.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "./authentication.ts";
import { HttpProblem } from "./http-problem.ts";

/** For the OpenAPI document; checked by idempotent. */
export const IDEMPOTENCY_KEY = {
  in: "header",
  name: "Idempotency-Key",
  required: true,
  description: "由调用方生成、不重复的编号。24 小时内用同一编号重发同一请求，得到第一次的结果，不会重复办理。",
  schema: { type: "string", minLength: 1, maxLength: 128 },
  example: "0f8fad5b-d9cb-469f-a165-70867728950e",
} as const;

const KEPT_HEADERS = ["Content-Type", "ETag", "Location"];

/** draft-ietf-httpapi-idempotency-key-header: a quoted string; bare ones are met more often. */
function getKey(c: Context<ApiEnv>): string {
  const header = c.req.header("Idempotency-Key")?.trim();
  if (!header) throw new HttpProblem("idempotency_key_missing");
  const key = /^"?([\x21\x23-\x7e]{1,128}?)"?$/.exec(header)?.[1];
  if (key === undefined) throw new HttpProblem("idempotency_key_invalid");
  return key;
}

async function readForm(c: Context<ApiEnv>): Promise<unknown[]> {
  const form = await c.req.formData().catch(() => {
    throw new HttpProblem("bad_form");
  });
  const entries = [...form.entries()].map(async ([name, value]) =>
    typeof value === "string" ? [name, value] : [name, value.name, sha256(new Uint8Array(await value.arrayBuffer()))],
  );
  return await Promise.all(entries);
}

async function readJson(c: Context<ApiEnv>): Promise<unknown> {
  return await c.req.json().catch(() => {
    throw new HttpProblem("bad_json");
  });
}

/** What the request says, whatever the boundary of its form or the order of its fields. */
async function requestHash(c: Context<ApiEnv>): Promise<string> {
  const isForm = c.req.header("Content-Type")?.startsWith("multipart/");
  return hashOf([c.req.method, c.req.path, isForm ? await readForm(c) : await readJson(c)]);
}

async function toKept(response: Response): Promise<KeptAnswer> {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status: response.status, headers: Object.fromEntries(headers), body: await response.clone().text() };
}

/** The change stands even where its answer cannot be kept: then a repetition meets the version it named (412). */
async function keep(c: Context<ApiEnv>, key: string): Promise<void> {
  try {
    await keepAnswer(contextOf(c), key, await toKept(c.res));
  } catch (error) {
    c.get("deps").report?.(error, c.get("requestId"));
  }
}

/**
 * The same key with the same content has one effect and one answer. Only answers that changed something are kept:
 * a refusal changed nothing, so the same key may try again.
 */
export const idempotent = createMiddleware<ApiEnv>(async (c, next) => {
  const ctx = contextOf(c);
  const key = getKey(c);
  const kept = await claimKey(ctx, key, await requestHash(c));
  if (kept) {
    return new Response(kept.body, {
      status: kept.status,
      headers: { ...kept.headers, "Idempotency-Replayed": "true" },
    });
  }
  let changed = false;
  try {
    await next();
    changed = c.res.ok;
  } finally {
    if (!changed) await dropKey(ctx, key);
  }
  if (changed) await keep(c, key);
  return undefined;
});
