import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import { IF_MATCH } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import { CHANGE_PROBLEMS, NoQuery, access, idParam, input, jsonWithEtag } from "../http/route-parts.ts";
import { MotionFile } from "./file-schema.ts";

export const motionParams = idParam("编号，如 2026-jianyi-39");

type Step<M extends string, P extends string, I extends z.ZodType> = {
  readonly method: M;
  readonly path: P;
  readonly operationId: string;
  readonly summary: string;
  readonly schema: I;
  /** Done once, however often it is asked for. */
  readonly once?: boolean;
};

/** A step that the office takes with a motion: If-Match, and its file as the answer. */
export function motionStep<const M extends "post" | "put" | "delete", const P extends string, I extends z.ZodType>({
  method,
  path,
  operationId,
  summary,
  schema,
  once = false,
}: Step<M, P, I>) {
  return createRoute({
    ...access(["office"], ...(once ? [idempotent] : [])),
    method,
    path,
    operationId,
    summary,
    tags: ["交办"],
    parameters: once ? [IF_MATCH, IDEMPOTENCY_KEY] : [IF_MATCH],
    request: { params: motionParams, query: NoQuery, body: input(schema) },
    responses: { 200: jsonWithEtag(MotionFile, "交办情况"), ...CHANGE_PROBLEMS },
  });
}
