import type { Calendar } from "../deadline/calendar.ts";
import { OFFICIAL_CALENDAR, findDayKind } from "../deadline/calendar.ts";
import { dueOn, spanLabel } from "../deadline/due.ts";
import type { CampaignRules, DeadlineRules, Span } from "./campaign-rules.ts";
import { LEGAL_PUBLISH, LEGAL_REPLY, LEGAL_REPLY_AT_MOST } from "./clocks.ts";

export const RULE_WARNINGS = [
  "past_six_months",
  "past_three_months",
  "span_past_law",
  "before_assignment",
  "out_of_order",
  "day_off",
  "calendar_not_covered",
] as const;
export type RuleWarningCode = (typeof RULE_WARNINGS)[number];

/** Set-up goes on: what a notice prints is a fact. But nobody finds out in August what could be seen in March. */
export type RuleWarning = {
  readonly code: RuleWarningCode;
  /** Field of `CampaignRules`, dotted. */
  readonly path: string;
  readonly message: string;
  /** The law's last day, where one was passed. */
  readonly legalOn: string | null;
};

const DATES = [
  ["contactsOn", "报送承办人员名单"],
  ["draftOn", "报送答复拟办件"],
  ["proofOn", "校稿定稿"],
  ["summaryOn", "报送工作总结"],
  ["followUpOn", "续办续复"],
] as const satisfies readonly (readonly [keyof DeadlineRules, string])[];

type Field = (typeof DATES)[number][0];

function warn(code: RuleWarningCode, field: string, message: string, legalOn: string | null = null): RuleWarning {
  return { code, path: `deadlines.${field}`, message, legalOn };
}

function checkReplyDate(field: Field, label: string, date: string, assignedOn: string): RuleWarning[] {
  const three = lawfulDay(assignedOn, LEGAL_REPLY);
  const six = lawfulDay(assignedOn, LEGAL_REPLY_AT_MOST);
  const from = `自 ${assignedOn} 交办起`;
  if (date > six) {
    const message = `${label}定在 ${date}，${from}已超过法定最长的六个月（${six}）。请提前，否则答复将超过法定期限`;
    return [warn("past_six_months", field, message, six)];
  }
  if (date > three) {
    const message = `${label}定在 ${date}，${from}已超过法定的三个月（${three}）。只有涉及面广、处理难度大的，才可以在六个月（${six}）以内答复；其他的请提前，或者逐件办理延期`;
    return [warn("past_three_months", field, message, three)];
  }
  return [];
}

/** Months need no calendar of holidays. */
function lawfulDay(assignedOn: string, span: Span): string {
  const due = dueOn(assignedOn, span);
  return due.covered ? due.value : assignedOn;
}

function checkDate(field: Field, label: string, date: string, assignedOn: string, calendar: Calendar): RuleWarning[] {
  const warnings: RuleWarning[] = [];
  if (date < assignedOn) {
    warnings.push(warn("before_assignment", field, `${label}定在 ${date}，早于交办日期 ${assignedOn}，请核对`));
  }
  const kind = findDayKind(date, calendar);
  if (kind?.workday === false) {
    const why = kind.name === null ? "周末" : `${kind.name}假期`;
    warnings.push(warn("day_off", field, `${label}定在 ${date}，当天是${why}，请核对是否需要提前`));
  }
  if (field === "draftOn" || field === "proofOn") warnings.push(...checkReplyDate(field, label, date, assignedOn));
  return warnings;
}

/** 20 working days are four common weeks. */
const NOMINAL_DAYS: Readonly<Record<Span["unit"], number>> = { day: 1, workday: 1.4, month: 30 };

/** Unlike units: months end on a known day from 交办; working days run from a reply that has no day yet. */
function isLonger(span: Span, law: Span, assignedOn: string, calendar: Calendar): boolean {
  if (span.unit === law.unit) return span.amount > law.amount;
  if (law.unit === "workday") return span.amount * NOMINAL_DAYS[span.unit] > law.amount * NOMINAL_DAYS.workday;
  const [own, legal] = [dueOn(assignedOn, span, calendar), dueOn(assignedOn, law, calendar)];
  return own.covered && legal.covered && own.value > legal.value;
}

const LAW = [
  ["reply", "答复期限", LEGAL_REPLY, "《代表法》第五十一条"],
  ["replyAtMost", "延期后的最长答复期限", LEGAL_REPLY_AT_MOST, "《代表法》第五十一条"],
  ["publish", "公开期限", LEGAL_PUBLISH, "《政府信息公开条例》第二十六条"],
] as const;

function checkSpans({ deadlines }: CampaignRules, assignedOn: string, calendar: Calendar): RuleWarning[] {
  return LAW.flatMap(([field, label, law, source]) => {
    const span = deadlines[field];
    if (!isLonger(span, law, assignedOn, calendar)) return [];
    const message = `${label}为${spanLabel(span)}，长于${source}规定的${spanLabel(law)}，请改短`;
    return [warn("span_past_law", field, message)];
  });
}

function checkOrder({ draftOn, proofOn, followUpOn }: DeadlineRules): RuleWarning[] {
  const warnings: RuleWarning[] = [];
  if (draftOn !== null && proofOn !== null && proofOn < draftOn) {
    warnings.push(warn("out_of_order", "proofOn", `校稿定稿（${proofOn}）早于报送答复拟办件（${draftOn}），请核对`));
  }
  const replyOn = proofOn ?? draftOn;
  if (followUpOn !== null && replyOn !== null && followUpOn < replyOn) {
    warnings.push(warn("out_of_order", "followUpOn", `续办续复（${followUpOn}）早于答复（${replyOn}），请核对`));
  }
  return warnings;
}

const WORKDAY_FIELDS = ["sign", "object", "jointOpinion"] as const;

function checkCoverage({ deadlines }: CampaignRules, assignedOn: string, calendar: Calendar): RuleWarning[] {
  return WORKDAY_FIELDS.flatMap((field) => {
    const span = deadlines[field];
    const due = span && dueOn(assignedOn, span, calendar);
    return due?.covered === false ? [warn("calendar_not_covered", field, due.message)] : [];
  });
}

/**
 * What somebody should look at before the year begins: campaign dates beside the legal limit (代表法 Art. 51),
 * for the earliest and every other day of 交办 among the campaign's kinds.
 */
export function listRuleWarnings(
  rules: CampaignRules,
  assignedDays: readonly string[],
  calendar: Calendar = OFFICIAL_CALENDAR,
): RuleWarning[] {
  const perDay = [...new Set(assignedDays)].toSorted().flatMap((assignedOn) => [
    ...DATES.flatMap(([field, label]) => {
      const date = rules.deadlines[field];
      return date === null ? [] : checkDate(field, label, date, assignedOn, calendar);
    }),
    ...checkSpans(rules, assignedOn, calendar),
    ...checkCoverage(rules, assignedOn, calendar),
  ]);
  const all = [...perDay, ...checkOrder(rules.deadlines)];
  return [...new Map(all.map((item) => [item.message, item])).values()];
}
