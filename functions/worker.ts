import { render } from "huiyin:renderer";
import type { Bindings, Execution } from "./edge/bindings.ts";
import type { Edge } from "./edge/edge.ts";
import { openEdge } from "./edge/edge.ts";
import { logError } from "./edge/log.ts";
import { serveConsole, servePortal } from "./edge/serve-assets.ts";
import { WrongEnvironment } from "./environment.ts";
import { answerPlain } from "./site/plain-answer.ts";
import { withoutBase } from "./site/site-path.ts";

let edge: Edge | undefined;

async function serveStatic(
  { environment: { base }, listHidden, openDatabase }: Edge,
  { ASSETS }: Bindings,
  request: Request,
  execution: Execution,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const path = withoutBase(pathname, base);
  if (path === undefined && pathname === "/") return answerPlain("", 302, { Location: `${base}/` });
  if (path === "/console") return answerPlain("", 301, { Location: `${base}/console/` });
  if (path?.startsWith("/console/")) return await serveConsole(ASSETS, request, path.slice("/console/".length));
  const hidden = await listHidden(openDatabase(), execution);
  return await servePortal(ASSETS, request, path ?? "/404.html", { base, hidden });
}

async function answer(request: Request, bindings: Bindings, execution: Execution): Promise<Response> {
  edge ??= openEdge(bindings, render);
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(`${edge.environment.base}/api/`))
    return await edge.callApi(request, edge.openDatabase(), execution);
  if (request.method !== "GET" && request.method !== "HEAD")
    return answerPlain("本页只能读取。", 405, { Allow: "GET, HEAD" });
  return await serveStatic(edge, bindings, request, execution);
}

/** The edge home: portal, console and API in one Worker (wrangler.toml). */
const worker = {
  async fetch(request: Request, bindings: Bindings, execution: Execution): Promise<Response> {
    try {
      return await answer(request, bindings, execution);
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

// oxlint-disable-next-line import/no-default-export -- the form that Workers ask for
export default worker;
