import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { Metrics } from "#services/metrics/read-metrics.ts";
import { readMetrics } from "#services/metrics/read-metrics.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import type { RequestCounter } from "../http/request-counter.ts";
import { NoQuery, access, problems } from "../http/route-parts.ts";

/** Prometheus text format 0.0.4. */
const TEXT = "text/plain; version=0.0.4; charset=utf-8";

const metricsRoute = createRoute({
  ...access(["machine", "admin"]),
  method: "get",
  path: "/api/metrics",
  operationId: "getMetrics",
  summary: "运行指标（Prometheus 文本）",
  tags: ["运行"],
  request: { query: NoQuery },
  responses: {
    200: { description: "指标", content: { "text/plain": { schema: z.string() } } },
    ...problems(401, 403, 422, 500, 503),
  },
});

function metric(name: string, type: "gauge" | "counter", help: string, lines: readonly string[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines.map((line) => `${name}${line}`)];
}

/** Label values are our own codes and numbers, so nothing in them needs escaping. */
/** One value, or none yet. */
function gauge(name: string, help: string, value: number | null | undefined): string[] {
  return metric(name, "gauge", help, value === null || value === undefined ? [] : [` ${value}`]);
}

function toText(
  { assignments, releases, liveAgeSeconds, live, hiddenPaths }: Metrics,
  requests: RequestCounter,
  version: string,
): string {
  const byState = (rows: Metrics["assignments"]) => rows.map(({ state, count }) => `{state="${state}"} ${count}`);
  const counted = requests
    .list()
    .map(({ method, status, count }) => `{method="${method}",status="${status}"} ${count}`);
  const age = liveAgeSeconds === null ? [] : [` ${liveAgeSeconds}`];
  return [
    ...metric("huiyin_info", "gauge", "Version of the running program.", [`{version="${version}"} 1`]),
    ...metric("huiyin_assignments", "gauge", "Assignments by state.", byState(assignments)),
    ...metric("huiyin_releases", "gauge", "Releases by state.", byState(releases)),
    ...metric("huiyin_release_live_age_seconds", "gauge", "Seconds since the live release went live.", age),
    ...gauge("huiyin_release_duration_seconds", "Seconds that the live release took.", live?.seconds),
    ...gauge("huiyin_release_pages", "Pages of the live release.", live?.pages),
    ...gauge("huiyin_release_files", "Files of the live release.", live?.files),
    ...gauge("huiyin_release_bytes", "Bytes of the live release.", live?.bytes),
    ...gauge("huiyin_release_failed_checks", "Addresses that the live site answered wrongly.", live?.failedChecks),
    ...gauge("huiyin_hidden_paths", "Addresses taken down that wait for a release.", hiddenPaths),
    ...metric("huiyin_requests_total", "counter", "Requests answered since the start.", counted),
    "",
  ].join("\n");
}

export const metrics = new OpenAPIHono<ApiEnv>().openapi(metricsRoute, async (c) => {
  const facts = await readMetrics(contextOf(c));
  const text = toText(facts, c.get("requests"), c.get("deps").version);
  return c.text(text, 200, { "Content-Type": TEXT });
});
