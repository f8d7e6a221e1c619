import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiEnv } from "../deps.ts";
import { PROBLEM_TYPE } from "./problem.ts";
import { toProblem } from "./to-problem.ts";

/** Answers an error as a problem document; reports it where nobody foresaw it. */
export function answerProblem(error: unknown, c: Context<ApiEnv>): Response {
  const requestId = c.get("requestId");
  const { problem, headers, foreseen } = toProblem(error, requestId);
  c.set("problem", problem.code);
  if (!foreseen) c.get("deps").report?.(error, requestId);
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    ...headers,
    "Content-Type": PROBLEM_TYPE,
  });
}
