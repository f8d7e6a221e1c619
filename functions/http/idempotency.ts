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

/** Takes the answer's text, and answers with the text: a copy of a stream costs more than both, and is sent in pieces. */
async function takeText(c: Context<ApiEnv>): Promise<string> {
  const { res } = c;
  const text = await res.text();
  // Undefined before: headers of an answer that is there would be put over those of the next.
  c.res = undefined;
  c.res = new Response(text === "" ? null : text, { status: res.status, headers: res.headers });
  return text;
}

async function takeAnswer(c: Context<ApiEnv>): Promise<KeptAnswer> {
  const body = await takeText(c);
  const { status, headers } = c.res;
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status, headers: Object.fromEntries(kept), body };
}

/** The change stands even where its answer cannot be kept: then a repetition meets the version it named (412). */
async function keep(c: Context<ApiEnv>, key: string): Promise<void> {
  const answer = await takeAnswer(c);
  try {
    await keepAnswer(contextOf(c), key, answer);
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
