import { z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { LOOKED_AT } from "#db/reads/motion-text.ts";
import type { Role } from "#domain/handling/actor.ts";
import { ROLES } from "#domain/handling/actor.ts";
import type { Verb } from "#domain/handling/transitions.ts";
import { roleMay } from "#domain/handling/transitions.ts";
import type { ApiEnv } from "../deps.ts";
import { requireRole } from "./authentication.ts";
import type { ProblemStatus } from "./problem.ts";
import { PROBLEM_TYPE, Problem, titleOf } from "./problem.ts";

export const KEY_SCHEME = "apiKey";
export const SESSION_SCHEME = "session";

/** Who may call a route: said in the document, checked before anything else is read. */
export function access(roles: readonly Role[], ...more: MiddlewareHandler<ApiEnv>[]) {
  return {
    security: [{ [KEY_SCHEME]: [] }, { [SESSION_SCHEME]: [] }],
    "x-roles": [...roles],
    middleware: [requireRole(roles), ...more],
  };
}

/** A route that answers without a key or session; its path must stand in PUBLIC_PATHS. */
export const PUBLIC = { security: [], "x-roles": ["public"] };

export const EVERYONE: readonly Role[] = ROLES;
/** People: everyone but the machines, to whom nothing internal is shown. */
export const PEOPLE: readonly Role[] = ["admin", "office", "unit", "supervisor"];
/** Those who see the whole city. */
export const OVERSEERS: readonly Role[] = ["admin", "office", "supervisor"];
export const LEADERS: readonly Role[] = ["admin", "office"];

export function rolesOf(verb: Verb): readonly Role[] {
  return ROLES.filter((role) => roleMay(verb, role));
}

type ProblemResponse = {
  description: string;
  content: { [PROBLEM_TYPE]: { schema: typeof Problem } };
};

export function problems<S extends ProblemStatus>(...statuses: readonly S[]): Record<S, ProblemResponse> {
  const entries = statuses.map((status) => [
    status,
    { description: titleOf(status), content: { [PROBLEM_TYPE]: { schema: Problem } } },
  ]);
  return Object.fromEntries(entries) as Record<S, ProblemResponse>;
}

/** What any read with a key may answer beside its own. */
export const READ_PROBLEMS = problems(401, 403, 404, 422, 500, 503);
/** And any list, which is never "not found". */
export const LIST_PROBLEMS = problems(401, 403, 422, 500, 503);
/** And any change of something that exists. */
export const CHANGE_PROBLEMS = problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 500, 503);
/** And any act that adds something. */
export const CREATE_PROBLEMS = problems(400, 401, 403, 409, 413, 415, 422, 500, 503);

export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** A single resource: its ETag is what If-Match asks for. */
export function jsonWithEtag<T extends z.ZodType>(schema: T, description: string) {
  const ETag = { description: "记录的版本，修改时放入 If-Match", schema: { type: "string" as const }, required: true };
  return { ...json(schema, description), headers: { ETag } };
}

export function input<T extends z.ZodType>(schema: T) {
  return { content: { "application/json": { schema } }, required: true };
}

/** For a route that takes no query: an unknown field is refused there too. */
export const NoQuery = z.strictObject({});
/** For a verb without input: nothing, or an empty object. */
export const NoInput = z.strictObject({});

export const PageQuery = {
  cursor: z.string().min(1).max(600).optional().openapi({ description: "上一页返回的 nextCursor" }),
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: "每页条数，最多 200" }),
};

export const Flag = z.enum(["true", "false"]).transform((value) => value === "true");

export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    total: z.int().openapi({ description: "符合条件的总条数" }),
    nextCursor: z.string().nullable().openapi({ description: "下一页的 cursor；没有下一页时为 null" }),
  });
}

/** A page of a list that may be sought by text. */
export function countedPageOf<T extends z.ZodType>(item: T) {
  return pageOf(item).extend({
    totalIsExact: z.boolean().openapi({
      description: `按文字查询而含有该文字的超过 ${LOOKED_AT} 件时可能为 false：只查最近的 ${LOOKED_AT} 件，请再按年度、单位缩小范围`,
    }),
  });
}

export function idParam(description: string) {
  return z.strictObject({ id: z.string().min(1).max(120).openapi({ description }) });
}
