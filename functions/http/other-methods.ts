import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../deps.ts";
import { HttpProblem } from "./http-problem.ts";

/** Answers 405 with Allow where the address exists and the method does not (RFC 9110 §15.5.6). Call it after all routes. */
export function refuseOtherMethods(api: OpenAPIHono<ApiEnv>): void {
  const methods = new Map<string, Set<string>>();
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { path, method } = definition.route;
    const allowed = methods.get(path) ?? new Set();
    methods.set(path, allowed.add(method.toUpperCase()));
    if (method === "get") allowed.add("HEAD");
  }
  for (const [path, allowed] of methods) {
    api.all(path.replaceAll(/\/{(.+?)}/g, "/:$1"), () => {
      throw new HttpProblem("method_not_allowed", { headers: { Allow: [...allowed].join(", ") } });
    });
  }
}
