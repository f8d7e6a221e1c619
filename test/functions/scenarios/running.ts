import type { Scenario } from "#test/support/scenario.ts";
import { CANARY } from "#test/support/world.ts";

const AUDIT_39 = "reply:2026-jianyi-39.zhujian";

export const running: readonly Scenario[] = [
  { name: "health needs no key", path: "/api/health", status: 200, mustContain: ['"ok"', "test"] },
  { name: "ready needs no key", path: "/api/ready", status: 200, mustContain: ['"ready"'] },
  {
    name: "the OpenAPI document needs no key",
    path: "/api/openapi.json",
    status: 200,
    mustContain: ['"openapi":"3.1.0"'],
  },
  {
    name: "the page of the documentation reads without script",
    path: "/api/docs",
    status: 200,
    mustContain: ["办理台账", "/api/assignments", "needs_second_person"],
    mustNotContain: ["<script", "http://", "https://", "onclick"],
  },
  {
    name: "a unit learns who it is",
    as: "zhujian",
    path: "/api/me",
    status: 200,
    mustContain: ["承办单位", '"unitCode":"zhujian"', '"submit"'],
    mustNotContain: ['"approve"', "hy_"],
  },
  { name: "a supervisor has no verb", as: "supervisor", path: "/api/me", status: 200, mustContain: ['"verbs":[]'] },
  { name: "a stranger is nobody", path: "/api/me", status: 401, code: "unauthenticated" },
  {
    name: "a machine reads the metrics",
    as: "machine",
    path: "/api/metrics",
    status: 200,
    mustContain: [
      'huiyin_assignments{state="replied"} 2',
      'huiyin_assignments{state="closed"} 0',
      'huiyin_releases{state="queued"} 1',
      "# TYPE huiyin_requests_total counter",
    ],
    mustNotContain: ["电梯", "zhujian", ...Object.values(CANARY)],
  },
  { name: "the office reads no metrics", as: "office", path: "/api/metrics", status: 403, code: "forbidden" },
  {
    name: "a supervisor reads what was done to one reply",
    as: "supervisor",
    path: `/api/audit?object=${AUDIT_39}`,
    status: 200,
    mustContain: ['"total":5', "reply.publish", "reply.draft"],
    mustNotContain: ["assignment.sign", "电梯", ...Object.values(CANARY)],
  },
  {
    name: "the audit goes page by page, latest first",
    as: "office",
    path: "/api/audit?limit=1&action=reply.publish",
    status: 200,
    mustContain: ['"total":1', '"nextCursor":null'],
  },
  {
    name: "a unit reads no audit, not even its own",
    as: "zhujian",
    path: `/api/audit?object=${AUDIT_39}`,
    status: 403,
  },
  { name: "a machine reads no audit", as: "machine", path: "/api/audit", status: 403 },
];
