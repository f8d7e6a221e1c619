import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { clientOf } from "#test/support/client.ts";
import type { Scenario } from "#test/support/scenario.ts";

const YEAR_2023 = {
  id: "2023",
  year: 2023,
  name: "2023 年办理工作",
  preset: "zhanyi-2023",
  kinds: [
    {
      kind: "suggestion",
      sitting: {
        id: "npc-3-3",
        term: 3,
        session: 3,
        name: "云川市第三届人民代表大会第三次会议",
        shortName: "市三届人大三次会议",
      },
      schemeId: "zhanyi-2023",
      assignedOn: "2023-03-10",
      expectedCount: 126,
    },
  ],
};

const CREATE = { method: "POST", path: "/api/campaigns", headers: { "Idempotency-Key": "year-2023" } } as const;
const RULES = "/api/campaigns/2026/rules";
const UPDATE = { method: "PUT", path: RULES, headers: { "If-Match": '"v1"' } } as const;

const CREATING: readonly Scenario[] = [
  {
    name: "the office sets up 沾益 2023 and is told that it runs past six months",
    ...CREATE,
    as: "office",
    body: YEAR_2023,
    status: 201,
    mustContain: ['"past_six_months"', '"legalOn":"2023-09-10"', '"followUpDueOn":"2023-12-20"', '"jointWord":"协办"'],
    after: async (world, { headers }) => {
      const again = await clientOf(world, world.people.office)(CREATE.path, { ...CREATE, body: YEAR_2023 });
      if (again.status !== 201 || again.headers.get("Idempotency-Replayed") !== "true") throw new Error(again.text);
      const read = await clientOf(world, world.people.zhujian)(headers.get("Location") ?? "");
      if (!read.text.includes('"on":"2023-06-10"')) throw new Error(read.text);
    },
  },
  { name: "a unit sets up no year", ...CREATE, as: "zhujian", body: YEAR_2023, status: 403, code: "forbidden" },
  { name: "a supervisor neither", ...CREATE, as: "supervisor", body: YEAR_2023, status: 403, code: "forbidden" },
  {
    name: "a year that is there",
    ...CREATE,
    as: "admin",
    body: { ...YEAR_2023, year: 2026 },
    status: 422,
    code: "campaign_exists",
  },
  {
    name: "a preset that nobody knows is answered with those there are",
    ...CREATE,
    as: "office",
    body: { ...YEAR_2023, preset: "mars" },
    status: 422,
    mustContain: ['"path":"preset"', "shanghai-2015", "zhanyi-2023"],
  },
  {
    name: "every wrong field has its sentence",
    ...CREATE,
    as: "office",
    body: {
      ...YEAR_2023,
      overrides: { deadlines: { sign: { amount: 0, unit: "week" }, preset: "law" } },
      kinds: [{ ...YEAR_2023.kinds[0], assignedOn: "2023-02-30" }],
    },
    status: 422,
    code: "invalid",
    mustContain: [
      '"path":"overrides.deadlines.sign.amount"',
      '"path":"overrides.deadlines.sign.unit"',
      '"path":"overrides.deadlines.preset"',
      '"path":"kinds.0.assignedOn"',
    ],
  },
  {
    name: "without an Idempotency-Key nothing is done",
    ...CREATE,
    headers: {},
    as: "office",
    body: YEAR_2023,
    status: 400,
    code: "idempotency_key_missing",
  },
];

const RULING: readonly Scenario[] = [
  {
    name: "a unit reads the rules with the law's day beside the campaign's",
    as: "zhujian",
    path: RULES,
    status: 200,
    mustContain: [
      '"version":1',
      '"legal":{"words":"自交办之日起3个月内","on":"2026-05-28"}',
      '"followUpOn":"2026-12-31"',
    ],
  },
  { name: "a machine reads no rules", as: "machine", path: RULES, status: 403, mustNotContain: ["deadlines"] },
  { name: "rules of a year that is not there", as: "office", path: "/api/campaigns/2019/rules", status: 404 },
  {
    name: "the office changes the rules and is warned",
    ...UPDATE,
    as: "office",
    body: { ...DEFAULT_RULES, deadlines: { ...DEFAULT_RULES.deadlines, draftOn: "2026-08-31" } },
    status: 200,
    mustContain: ['"version":2', '"past_six_months"', '"legalOn":"2026-08-28"'],
    after: async (world, { headers }) => {
      if (headers.get("ETag") !== '"v2"') throw new Error("ETag of the rules");
      const audit = await clientOf(world, world.people.office)("/api/audit?object=campaign:2026");
      if (!audit.text.includes("campaign.update_rules")) throw new Error(audit.text);
    },
  },
  {
    name: "but not what somebody else changed meanwhile",
    ...UPDATE,
    headers: { "If-Match": '"v2"' },
    as: "office",
    body: DEFAULT_RULES,
    status: 412,
    code: "stale",
  },
  { name: "nor without having read them", ...UPDATE, headers: {}, as: "office", body: DEFAULT_RULES, status: 428 },
  {
    name: "a class that the year does not have opens no follow-up",
    ...UPDATE,
    as: "office",
    body: { ...DEFAULT_RULES, followUp: { classes: ["乙"], target: null } },
    status: 422,
    mustContain: ['"path":"followUp.classes"', "A、B、C"],
  },
  {
    name: "half the rules are none",
    ...UPDATE,
    as: "admin",
    body: { deadlines: DEFAULT_RULES.deadlines },
    status: 422,
    mustContain: ['"path":"feedback"', "缺少这一项"],
  },
  { name: "a unit changes no rules", ...UPDATE, as: "zhujian", body: DEFAULT_RULES, status: 403 },
  { name: "a supervisor neither", ...UPDATE, as: "supervisor", body: DEFAULT_RULES, status: 403 },
];

const REFERENCE: readonly Scenario[] = [
  {
    name: "deadline presets with their sources, for the year asked",
    as: "zhujian",
    path: "/api/deadline-presets?year=2023",
    status: 200,
    mustContain: ["沾区政发〔2023〕10号", '"draftOn":"2023-08-31"', "qingdao-2021", '"total":10'],
  },
  { name: "a machine reads no presets", as: "machine", path: "/api/deadline-presets", status: 403 },
  { name: "a year that is none", as: "office", path: "/api/deadline-presets?year=20", status: 422, code: "invalid" },
  {
    name: "feedback presets with axes and values",
    as: "supervisor",
    path: "/api/feedback-presets",
    status: 200,
    mustContain: ["办理态度", "办理结果", "基本满意", "hongkou", "答复针对性"],
  },
  { name: "a machine reads no feedback presets", as: "machine", path: "/api/feedback-presets", status: 403 },
  {
    name: "working days with their notices",
    as: "zhujian",
    path: "/api/calendar?from=2026-02-14&to=2026-02-28",
    status: 200,
    mustContain: ['"workdays":6', "春节", "调休上班", "国办发明电〔2025〕7号", '"notCovered":[]'],
  },
  {
    name: "a year without notice is said to be missing",
    as: "office",
    path: "/api/calendar?from=2026-12-31&to=2027-01-02",
    status: 200,
    mustContain: ['"workdays":null', '"year":2027', "还没有 2027 年的法定节假日安排"],
  },
  {
    name: "days in the wrong order",
    as: "office",
    path: "/api/calendar?from=2026-02-14&to=2026-02-13",
    status: 422,
    mustContain: ['"path":"to"', "不能早于开始日期"],
  },
  { name: "a day that does not exist", as: "office", path: "/api/calendar?from=2026-02-30&to=2026-03-01", status: 422 },
  {
    name: "a machine reads no calendar",
    as: "machine",
    path: "/api/calendar?from=2026-01-01&to=2026-01-01",
    status: 403,
  },
];

export const campaigns: readonly Scenario[] = [...CREATING, ...RULING, ...REFERENCE];
