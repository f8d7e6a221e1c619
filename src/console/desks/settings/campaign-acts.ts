import { KIND_WORDS } from "#domain/motion/kind.ts";
import { ask } from "../../api/ask.ts";
import { api } from "../../api/client.ts";
import type { components } from "../../api/types.gen.ts";
import type { ActAnswers, ActField } from "../../parts/act-fields.ts";
import type { RecordAct } from "../../parts/record-act.ts";
import { REASON } from "../../parts/record-act.ts";

export type CampaignFile = components["schemas"]["CampaignDetail"];

const LEADERS = ["office", "admin"] as const;
const of = ({ id, version }: CampaignFile) => ({ path: { id }, header: { "If-Match": `"v${version}"` } });
const toCount = (text: string | undefined) => (text?.trim() ? Number(text) : null);

function countFields({ kinds }: CampaignFile): ActField[] {
  return kinds.flatMap(({ kind, expectedCount, filedCount }) => [
    {
      key: `expected_${kind}`,
      label: `${KIND_WORDS[kind].label}应办件数`,
      kind: "number" as const,
      optional: true,
      initial: expectedCount === null ? "" : String(expectedCount),
      help: "交办通知载明的件数；导入分配表时据此清点。",
    },
    {
      key: `filed_${kind}`,
      label: `${KIND_WORDS[kind].label}立案件数`,
      kind: "number" as const,
      optional: true,
      initial: filedCount === null ? "" : String(filedCount),
      help: "会议收到并立案的总数，用于统计交办率；没有的不填。",
    },
  ]);
}

function toCounts({ kinds }: CampaignFile, answers: ActAnswers) {
  return kinds.map(({ kind }) => ({
    kind,
    expectedCount: toCount(answers[`expected_${kind}`]),
    filedCount: toCount(answers[`filed_${kind}`]),
  }));
}

/** What can be done about a whole year; which of them are open follows its stage. */
export const CAMPAIGN_ACTS: readonly RecordAct<CampaignFile>[] = [
  {
    key: "start",
    label: "开始办理",
    roles: LEADERS,
    isNext: true,
    isOpen: ({ stage }) => stage === "preparing",
    lead: "开始以后可以交办；分配表和规则仍可以补充。",
    fields: () => [{ ...REASON, label: "说明", optional: true }],
    deed: (one, { reason = "" }) => ask(api.POST("/api/campaigns/{id}/start", { params: of(one), body: { reason } })),
  },
  {
    key: "recount",
    label: "调整应办件数",
    roles: LEADERS,
    isOpen: ({ stage }) => stage === "preparing" || stage === "open",
    fields: (one) => [...countFields(one), REASON],
    deed: (one, { reason = "", ...answers }) =>
      ask(api.PUT("/api/campaigns/{id}/counts", { params: of(one), body: { counts: toCounts(one, answers), reason } })),
  },
  {
    key: "close",
    label: "收官",
    roles: LEADERS,
    isOpen: ({ stage }) => stage === "open",
    lead: "收官以后不再登记、交办；还没有答复的仍应答复，续办、承诺、更正照常进行。",
    fields: () => [
      {
        key: "unanswered",
        label: "还没有答复的件次",
        kind: "number",
        initial: "0",
        help: "与台账不符的不能收官，系统会告诉您实际件次。",
      },
      { ...REASON, optional: true, help: "还有没有答复的，须写明理由。" },
    ],
    deed: (one, { reason = "", unanswered = "0" }) => {
      const body = { reason, unanswered: Number(unanswered) };
      return ask(api.POST("/api/campaigns/{id}/close", { params: of(one), body }));
    },
  },
  {
    key: "reopen",
    label: "重新启动",
    roles: LEADERS,
    isOpen: ({ stage }) => stage === "closed",
    fields: () => [REASON],
    deed: (one, { reason = "" }) => ask(api.POST("/api/campaigns/{id}/reopen", { params: of(one), body: { reason } })),
  },
  {
    key: "archive",
    label: "归档",
    roles: LEADERS,
    isOpen: ({ stage }) => stage === "closed",
    lead: "答复、反馈都已办结的年度可以归档；归档以后不能重新启动。",
    fields: () => [{ ...REASON, label: "说明", optional: true }],
    deed: (one, { reason = "" }) => ask(api.POST("/api/campaigns/{id}/archive", { params: of(one), body: { reason } })),
  },
];

const setNames = (one: CampaignFile, namesPublic: boolean) =>
  ask(api.PUT("/api/campaigns/{id}/names", { params: of(one), body: { namesPublic } }));

/** 代表、委员姓名: one switch, in either direction with what it does. */
export const NAME_ACTS: readonly RecordAct<CampaignFile>[] = [
  {
    key: "show_names",
    label: "公开姓名",
    roles: LEADERS,
    isOpen: ({ namesPublic }) => !namesPublic,
    lead: "公开网站将从下一次发布起显示这一年提出建议、提案的代表、委员姓名；须有通知或者制度依据。",
    fields: () => [],
    deed: (one) => setNames(one, true),
  },
  {
    key: "hide_names",
    label: "不公开姓名",
    roles: LEADERS,
    isOpen: ({ namesPublic }) => namesPublic,
    lead: "这一年的网页和数据立即从公开网站隐去，下一次发布完成后不含姓名地恢复。",
    fields: () => [],
    deed: (one) => setNames(one, false),
  },
];
