import { createRoute, z } from "@hono/zod-openapi";
import type { Role } from "#domain/handling/actor.ts";
import { IF_MATCH } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import { CHANGE_PROBLEMS, NoQuery, access, idParam, input, jsonWithEtag } from "../http/route-parts.ts";
import { Handling } from "./handling-schema.ts";

export const assignmentId = idParam("交办编号，如 2026-jianyi-39.zhujian");
/** One of the assignment's numbered records. */
export const assignmentRecord = z.strictObject({
  ...assignmentId.shape,
  seq: z.coerce.number().int().min(1).max(9999).openapi({ description: "记录序号" }),
});

type Step<M extends string, P extends string, S extends z.ZodType, I extends z.ZodType> = {
  readonly roles: readonly Role[];
  readonly method: M;
  readonly path: P;
  readonly operationId: string;
  readonly summary: string;
  readonly tag: "办理" | "沟通";
  readonly params: S;
  readonly schema: I;
  /** Adds something: a repetition must not add it again. */
  readonly adds?: boolean;
};

/** A change of an assignment beside its letter: If-Match, and the handling as the answer. */
export function stepRoute<
  const M extends "post" | "put" | "delete",
  const P extends string,
  S extends z.ZodObject,
  I extends z.ZodType,
>({ roles, method, path, operationId, summary, tag, params, schema, adds = false }: Step<M, P, S, I>) {
  return createRoute({
    ...access(roles, ...(adds ? [idempotent] : [])),
    method,
    path,
    operationId,
    summary,
    tags: [tag],
    parameters: adds ? [IF_MATCH, IDEMPOTENCY_KEY] : [IF_MATCH],
    request: { params, query: NoQuery, body: input(schema) },
    responses: { 200: jsonWithEtag(Handling, "办理情况"), ...CHANGE_PROBLEMS },
  });
}
