import type { ApiDeps } from "../deps.ts";
import { WrongEnvironment } from "../environment.ts";
import { answerPlain } from "../site/plain-answer.ts";
import { withoutBase } from "../site/site-path.ts";
import type { Bindings, Execution } from "./bindings.ts";
import type { Edge } from "./edge.ts";
import { openEdge } from "./edge.ts";
import { logError } from "./log.ts";
import { serveConsole, serveMiss, servePortal } from "./serve-assets.ts";

async function serveStatic(
  { environment: { base }, assets, listHidden, openDatabase }: Edge,
  request: Request,
  execution: Execution,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const path = withoutBase(pathname, base);
  if (path === undefined && pathname === "/") return answerPlain("", 302, { Location: `${base}/` });
  if (path === undefined) return await serveMiss(assets, request);
  if (path === "/console") return answerPlain("", 301, { Location: `${base}/console/` });
  if (path.startsWith("/console/")) return await serveConsole(assets, request, path.slice("/console/".length));
  const hidden = await listHidden(openDatabase, execution);
  return await servePortal(assets, request, path, { base, hidden });
}

async function answer(edge: Edge, request: Request, execution: Execution): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(`${edge.environment.base}/api/`)) return await edge.callApi(request, execution);
  if (request.method !== "GET" && request.method !== "HEAD")
    return answerPlain("本页只能读取。", 405, { Allow: "GET, HEAD" });
  return await serveStatic(edge, request, execution);
}

/** The edge home: portal, console and API in one Worker (wrangler.toml). `render`: the compiled pages. */
export function createWorker(render: NonNullable<ApiDeps["renderPage"]>) {
  let edge: Edge | undefined;
  return {
    async fetch(request: Request, bindings: Bindings, execution: Execution): Promise<Response> {
      try {
        edge ??= openEdge(bindings, render);
        return await answer(edge, request, execution);
      } catch (error) {
        // Addresses and secrets stay in the log.
        logError("request", error);
        return error instanceof WrongEnvironment
          ? answerPlain("系统尚未配置好，请联系系统管理员。", 503, { "Retry-After": "60" })
          : answerPlain("系统出现错误，请稍后再试。", 500);
      }
    },

    async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
      edge ??= openEdge(bindings, render);
      await edge.runCron(edge.openDatabase());
    },
  };
}
