import type { Calendar, Covered } from "../deadline/calendar.ts";
import { OFFICIAL_CALENDAR } from "../deadline/calendar.ts";
import { dueOn } from "../deadline/due.ts";
import type { CampaignRules, DeadlineRules, Span } from "./campaign-rules.ts";

/** Every clock of handling, in the order in which they run. */
export const CLOCKS = [
  "sign",
  "object",
  "reassign",
  "contacts",
  "joint_opinion",
  "draft",
  "proof",
  "reply",
  "reply_at_most",
  "feedback",
  "redo",
  "publish",
  "summary",
  "follow_up",
] as const;
export type Clock = (typeof CLOCKS)[number];

export const CLOCK_LABELS: Readonly<Record<Clock, string>> = {
  sign: "签收",
  object: "提出异议",
  reassign: "答复异议或改派",
  contacts: "报送承办人员名单",
  joint_opinion: "提出会办意见",
  draft: "报送答复拟办件",
  proof: "校稿定稿",
  reply: "答复代表、委员",
  reply_at_most: "经批准延期后最迟答复",
  feedback: "代表、委员反馈",
  redo: "重新办理",
  publish: "公开答复",
  summary: "报送工作总结",
  follow_up: "续办续复",
};

/** From what the clock runs, where it is not 交办. */
const OTHER_STARTS: Readonly<Partial<Record<Clock, string>>> = {
  reassign: "提出异议之日",
  feedback: "答复之日",
  redo: "提出不满意之日",
  publish: "答复之日",
};

export function startLabelOf(clock: Clock): string {
  return OTHER_STARTS[clock] ?? "交办之日";
}

export function startsAtAssignment(clock: Clock): boolean {
  return OTHER_STARTS[clock] === undefined;
}

/** 代表法 Art. 51: three months, six where the matter is broad and hard. 政府信息公开条例 Art. 26: 20 working days. */
export const LEGAL_REPLY: Span = { amount: 3, unit: "month" };
export const LEGAL_REPLY_AT_MOST: Span = { amount: 6, unit: "month" };
export const LEGAL_PUBLISH: Span = { amount: 20, unit: "workday" };

const LEGAL_SPANS: Readonly<Partial<Record<Clock, Span>>> = {
  reply: LEGAL_REPLY,
  reply_at_most: LEGAL_REPLY_AT_MOST,
  publish: LEGAL_PUBLISH,
};

type SpanField = { [F in keyof DeadlineRules]: DeadlineRules[F] extends Span | null ? F : never }[keyof DeadlineRules];
type DateField = Exclude<keyof DeadlineRules, SpanField | "preset">;

const SPAN_FIELDS: Readonly<Partial<Record<Clock, SpanField>>> = {
  sign: "sign",
  object: "object",
  reassign: "reassign",
  joint_opinion: "jointOpinion",
  reply: "reply",
  reply_at_most: "replyAtMost",
  feedback: "feedback",
  redo: "redo",
  publish: "publish",
};
const DATE_FIELDS: Readonly<Partial<Record<Clock, DateField>>> = {
  contacts: "contactsOn",
  draft: "draftOn",
  proof: "proofOn",
  summary: "summaryOn",
  follow_up: "followUpOn",
};

/** Span or date that a clock goes by; null where there is none. */
export type ClockRule = { readonly on: string } | { readonly span: Span } | null;

export function findLegalRule(clock: Clock): ClockRule {
  const span = LEGAL_SPANS[clock];
  return span ? { span } : null;
}

/** A date of the notice beats a span; a reply is due when its proof is, or else its draft. */
export function findCampaignRule(clock: Clock, { deadlines }: Pick<CampaignRules, "deadlines">): ClockRule {
  const dateField = DATE_FIELDS[clock];
  const replyOn = clock === "reply" ? (deadlines.proofOn ?? deadlines.draftOn) : null;
  const on = dateField ? deadlines[dateField] : replyOn;
  if (on !== null) return { on };
  const spanField = SPAN_FIELDS[clock];
  const span = spanField ? deadlines[spanField] : null;
  return span && { span };
}

function toDue(rule: ClockRule, startOn: string, calendar: Calendar): Covered<string> | null {
  if (rule === null) return null;
  return "on" in rule ? { covered: true, value: rule.on } : dueOn(startOn, rule.span, calendar);
}

/** The law's day for this clock; null where the law sets none. */
export function legalDue(clock: Clock, startOn: string, calendar = OFFICIAL_CALENDAR): Covered<string> | null {
  return toDue(findLegalRule(clock), startOn, calendar);
}

/** The campaign's day for this clock; null where it knows no such clock. */
export function campaignDue(
  clock: Clock,
  startOn: string,
  rules: Pick<CampaignRules, "deadlines">,
  calendar = OFFICIAL_CALENDAR,
): Covered<string> | null {
  return toDue(findCampaignRule(clock, rules), startOn, calendar);
}

/**
 * The day by which an answer is asked for: that of the notice, or by the span where the matter is handed out when that
 * day is past (闭会期间).
 */
export function replyDue(
  assignedOn: string,
  rules: Pick<CampaignRules, "deadlines">,
  calendar = OFFICIAL_CALENDAR,
): Covered<string> {
  const due = campaignDue("reply", assignedOn, rules, calendar);
  return due?.covered && due.value > assignedOn ? due : dueOn(assignedOn, rules.deadlines.reply, calendar);
}
