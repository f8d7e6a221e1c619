import type { CampaignRules, DeadlineRules } from "#domain/campaign/campaign-rules.ts";
import type { Clock } from "#domain/campaign/clocks.ts";
import { CLOCK_LABELS, startLabelOf } from "#domain/campaign/clocks.ts";
import { spanLabel } from "#domain/deadline/due.ts";
import type { FieldName } from "../../parts/merge-fields.ts";

/** The clocks that run for a span, with what starts them and the law's own where there is one. */
export const SPAN_FIELDS = [
  { field: "sign", clock: "sign" },
  { field: "object", clock: "object" },
  { field: "reassign", clock: "reassign" },
  { field: "jointOpinion", clock: "joint_opinion" },
  { field: "reply", clock: "reply", law: "代表法第五十一条：三个月" },
  { field: "replyAtMost", clock: "reply_at_most", law: "代表法第五十一条：最长六个月" },
  { field: "feedback", clock: "feedback" },
  { field: "redo", clock: "redo" },
  { field: "publish", clock: "publish", law: "政府信息公开条例第二十六条：二十个工作日" },
] as const satisfies readonly { field: keyof DeadlineRules; clock: Clock; law?: string }[];

/** The clocks that end on a day which the notice names. */
export const DATE_FIELDS = [
  { field: "contactsOn", clock: "contacts" },
  { field: "draftOn", clock: "draft" },
  { field: "proofOn", clock: "proof" },
  { field: "summaryOn", clock: "summary" },
  { field: "followUpOn", clock: "follow_up" },
] as const satisfies readonly { field: keyof DeadlineRules; clock: Clock }[];

export const labelOf = (clock: Clock) => CLOCK_LABELS[clock];
export const startOf = (clock: Clock) => `自${startLabelOf(clock)}起`;

const yes = (value: boolean) => (value ? "要求" : "不要求");

function sayDeadlines({ deadlines }: CampaignRules): string {
  const spans = SPAN_FIELDS.flatMap(({ field, clock }) => {
    const span = deadlines[field];
    return span ? [`${labelOf(clock)} ${spanLabel(span)}`] : [];
  });
  const dates = DATE_FIELDS.flatMap(({ field, clock }) =>
    deadlines[field] ? [`${labelOf(clock)} ${deadlines[field]}`] : [],
  );
  return [...spans, ...dates].join("\n");
}

/** How each part of the rules reads where two people changed it. */
export const RULE_NAMES: readonly FieldName<CampaignRules>[] = [
  { key: "deadlines", label: "期限", show: sayDeadlines },
  { key: "feedback", label: "反馈表", show: ({ feedback }) => `${feedback.preset}，${yes(feedback.required)}` },
  { key: "contactRequired", label: "面商", show: (rules) => yes(rules.contactRequired) },
  { key: "opinionsRequired", label: "会办意见", show: (rules) => yes(rules.opinionsRequired) },
  { key: "unitSignOff", label: "单位负责人审签", show: (rules) => yes(rules.unitSignOff) },
  {
    key: "followUp",
    label: "续办",
    show: ({ followUp }) => `${followUp.classes.join("、")}，目标 ${followUp.target ?? "没有填写"}`,
  },
  { key: "scoring", label: "评分", show: ({ scoring }) => (scoring ? scoring.source : "") },
  { key: "jointWord", label: "用语" },
];
