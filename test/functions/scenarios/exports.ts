import { expect } from "vitest";
import { draftSummary } from "#services/summaries/draft.ts";
import type { Answer } from "#test/support/client.ts";
import type { Scenario } from "#test/support/scenario.ts";
import type { World } from "#test/support/world.ts";
import { CANARY } from "#test/support/world.ts";

const ID = "2026-jianyi-39.zhujian";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The type, and a name that a browser can read in its own script (RFC 6266). */
const isFile =
  (type: string, name: string) =>
  async (_: World, { headers }: Answer) => {
    expect(headers.get("content-type")).toBe(type);
    const disposition = headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^attachment; filename="export\.\w+"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toContain(name);
  };

export const exports: readonly Scenario[] = [
  {
    name: "a letter as a file",
    as: "zhujian",
    path: `/api/exports/letters/${ID}`,
    status: 200,
    after: isFile(DOCX, "第39号建议的答复.docx"),
  },
  {
    name: "a letter as a page to be printed",
    as: "office",
    path: `/api/exports/letters/${ID}?format=html&edition=1`,
    status: 200,
    mustContain: ["@page", "云建议字〔2026〕39号", "A类"],
    mustNotContain: ["<script"],
    after: async (_, { headers, text }) => {
      expect(headers.get("content-disposition")).toMatch(/^inline; /);
      const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? "";
      const hash = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style))).toString(
        "base64",
      );
      expect(headers.get("content-security-policy")).toContain(`style-src 'sha256-${hash}'`);
    },
  },
  { name: "another unit's letter", as: "gongan", path: `/api/exports/letters/${ID}`, status: 404 },
  { name: "an edition that is none", as: "office", path: `/api/exports/letters/${ID}?edition=7`, status: 404 },
  {
    name: "a format that is none",
    as: "office",
    path: `/api/exports/letters/${ID}?format=pdf`,
    status: 422,
    mustContain: ["docx、html"],
  },
  {
    name: "a feedback form",
    as: "zhujian",
    path: `/api/exports/feedback-forms/${ID}`,
    status: 200,
    after: isFile(DOCX, "反馈表"),
  },
  { name: "a form of nothing", as: "office", path: "/api/exports/feedback-forms/none", status: 404 },
  {
    name: "the notice to one unit",
    as: "office",
    path: "/api/exports/notice?campaign=2026&unit=jiaoti&format=html",
    status: 200,
    mustContain: ["云川市教育体育局：", "关于增加公办幼儿园学位的建议"],
  },
  { name: "a notice of a year that is none", as: "office", path: "/api/exports/notice?campaign=1999", status: 404 },
  {
    name: "a reminder of what is late",
    as: "office",
    path: "/api/exports/reminder?unit=jiaoti&format=html",
    status: 200,
    before: async ({ clock }) => clock.set("2026-08-20T02:00:00Z"),
    mustContain: ["关于催办建议提案办理事项的函", "关于增加公办幼儿园学位的建议"],
    mustNotContain: [CANARY.draft, CANARY.reason],
  },
  {
    name: "a reminder of nothing",
    as: "office",
    path: "/api/exports/reminder?unit=gongan",
    status: 409,
    code: "nothing_due",
  },
  { name: "a reminder is the office's", as: "zhujian", path: "/api/exports/reminder?unit=zhujian", status: 403 },
  {
    name: "a published document",
    as: "zhujian",
    path: "/api/exports/documents/2026-notice?format=html",
    status: 200,
    mustContain: ["关于做好办理工作的通知", "各承办单位要按时答复。"],
  },
  { name: "a draft is the office's", as: "zhujian", path: "/api/exports/documents/2026-draft", status: 404 },
  {
    name: "the allocation table",
    as: "office",
    path: "/api/exports/allocation?campaign=2026&kind=suggestion",
    status: 200,
    after: isFile(XLSX, "2026年人大代表建议办理分配表.xlsx"),
  },
  {
    name: "the table of a year that is none",
    as: "office",
    path: "/api/exports/allocation?campaign=1999&kind=proposal",
    status: 404,
  },
  {
    name: "the ledger with the filters of the list",
    as: "supervisor",
    path: "/api/exports/ledger?campaign=2026&role=joint&format=csv",
    status: 200,
    mustContain: ["市教育体育局,会办"],
    mustNotContain: ["主办,", CANARY.draft],
    after: isFile("text/csv; charset=utf-8", "承办明细"),
  },
  {
    name: "a unit's ledger is its own",
    as: "jiaoti",
    path: "/api/exports/ledger?format=csv",
    status: 200,
    mustContain: ["市教育体育局"],
    mustNotContain: ["市住建局", CANARY.withheld],
  },
  { name: "a page of an export is none", as: "office", path: "/api/exports/ledger?limit=10", status: 422 },
  {
    name: "the figures of a year",
    as: "office",
    path: "/api/exports/statistics/2026?format=csv",
    status: 200,
    mustContain: ["承办件数,3,,件", "分母："],
  },
  { name: "of a year that is none", as: "office", path: "/api/exports/statistics/1999", status: 404 },
];

const SLUG = "2026-zongjie-unit-zhujian";
const PATH = `/api/summaries/${SLUG}`;
const SITE = "https://www.example.gov.cn";
const drafted = async (world: World) =>
  await draftSummary(
    world.contextOf(world.people.zhujian.actor),
    { campaign: "2026", outline: "unit", unit: null, kind: null },
    SITE,
  );
const input = { campaign: "2026", outline: "unit", unit: null, kind: null };
const KEY = { "Idempotency-Key": "s1" };
const SEEN = { "If-Match": '"v1"' };
const words = {
  title: "我局工作总结",
  body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "写好了。" }] }] },
};

export const summing: readonly Scenario[] = [
  {
    name: "a unit drafts its own",
    as: "zhujian",
    method: "POST",
    path: "/api/summaries",
    headers: KEY,
    body: input,
    status: 201,
    mustContain: [SLUG, "第39号建议《关于加快老旧小区加装电梯的建议》", "/2026/jianyi/39/", "组织领导"],
    // What is withheld is named in no text that may go out.
    mustNotContain: ["关于开放学校运动场地的提案", "关于增加公办幼儿园学位的建议"],
    after: async (_, { headers }) => expect(headers.get("location")).toBe(PATH),
  },
  {
    name: "not another unit's",
    as: "zhujian",
    method: "POST",
    path: "/api/summaries",
    headers: KEY,
    body: { ...input, unit: "jiaoti" },
    status: 403,
  },
  {
    name: "not the government's",
    as: "zhujian",
    method: "POST",
    path: "/api/summaries",
    headers: KEY,
    body: { ...input, outline: "government", kind: "suggestion" },
    status: 403,
  },
  {
    name: "a unit has to be chosen",
    as: "office",
    method: "POST",
    path: "/api/summaries",
    headers: KEY,
    body: input,
    status: 422,
    mustContain: ["请选择写哪个单位的总结"],
  },
  {
    name: "once",
    as: "zhujian",
    method: "POST",
    path: "/api/summaries",
    headers: KEY,
    body: input,
    status: 409,
    code: "summary_exists",
    before: drafted,
  },
  {
    name: "the list of a year",
    as: "office",
    path: "/api/summaries?campaign=2026",
    status: 200,
    before: drafted,
    mustContain: [SLUG],
  },
  {
    name: "another unit's list is empty",
    as: "jiaoti",
    path: "/api/summaries?campaign=2026",
    status: 200,
    before: drafted,
    mustNotContain: [SLUG],
  },
  { name: "a list without a year", as: "office", path: "/api/summaries", status: 422 },
  {
    name: "one of them, with what belongs where",
    as: "zhujian",
    path: PATH,
    status: 200,
    before: drafted,
    mustContain: ['"hints":[{', "出台的政策"],
  },
  { name: "another unit's", as: "jiaoti", path: PATH, status: 404, before: drafted },
  {
    name: "saved as it was written",
    as: "zhujian",
    method: "PUT",
    path: PATH,
    headers: SEEN,
    body: words,
    status: 200,
    before: drafted,
    mustContain: ["写好了。", '"version":2'],
  },
  {
    name: "not over what somebody else wrote",
    as: "zhujian",
    method: "PUT",
    path: PATH,
    headers: { "If-Match": '"v9"' },
    body: words,
    status: 412,
    before: drafted,
  },
  {
    name: "set anew",
    as: "office",
    method: "POST",
    path: `${PATH}/refresh`,
    headers: SEEN,
    status: 200,
    before: drafted,
    mustContain: ['"changed":[]', '"gone":[]'],
  },
  {
    name: "not by whoever only reads",
    as: "supervisor",
    method: "POST",
    path: `${PATH}/refresh`,
    headers: SEEN,
    status: 403,
    before: drafted,
  },
  {
    name: "a unit prints its own draft",
    as: "zhujian",
    path: `/api/exports/documents/${SLUG}?format=html`,
    status: 200,
    before: drafted,
    mustContain: ["一、基本情况", "办理成效"],
    // A heading over nothing is not printed.
    mustNotContain: ["创新举措", "#figure="],
  },
];
