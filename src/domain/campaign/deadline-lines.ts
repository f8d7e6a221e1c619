import type { Calendar, Covered } from "../deadline/calendar.ts";
import { OFFICIAL_CALENDAR } from "../deadline/calendar.ts";
import { spanLabel } from "../deadline/due.ts";
import type { CampaignRules } from "./campaign-rules.ts";
import type { Clock, ClockRule } from "./clocks.ts";
import {
  CLOCKS,
  CLOCK_LABELS,
  campaignDue,
  findCampaignRule,
  findLegalRule,
  legalDue,
  startLabelOf,
  startsAtAssignment,
} from "./clocks.ts";

/** One side of a line: the words, and the day where it is known from 交办 alone. */
export type DeadlineSide = { readonly words: string; readonly on: string | null };

/** A clock of the year with the law's limit beside the campaign's (design §5). */
export type DeadlineLine = {
  readonly clock: Clock;
  readonly label: string;
  readonly legal: DeadlineSide | null;
  readonly campaign: DeadlineSide | null;
  /** Why a day is missing: the calendar ends before it. */
  readonly note: string | null;
};

function toSide(clock: Clock, rule: ClockRule, due: Covered<string> | null): DeadlineSide | null {
  if (rule === null) return null;
  if ("on" in rule) return { words: `${rule.on} 前`, on: rule.on };
  const words = `自${startLabelOf(clock)}起${spanLabel(rule.span)}内`;
  return { words, on: due?.covered && startsAtAssignment(clock) ? due.value : null };
}

function toLine(clock: Clock, rules: CampaignRules, assignedOn: string, calendar: Calendar): DeadlineLine {
  const legal = legalDue(clock, assignedOn, calendar);
  const campaign = campaignDue(clock, assignedOn, rules, calendar);
  const gap = [legal, campaign].find((due) => due?.covered === false);
  return {
    clock,
    label: CLOCK_LABELS[clock],
    legal: toSide(clock, findLegalRule(clock), legal),
    campaign: toSide(clock, findCampaignRule(clock, rules), campaign),
    note: gap?.covered === false && startsAtAssignment(clock) ? gap.message : null,
  };
}

/** The clocks that run in this year for what is handed out on one day, in order. */
export function listDeadlineLines(
  rules: CampaignRules,
  assignedOn: string,
  calendar: Calendar = OFFICIAL_CALENDAR,
): DeadlineLine[] {
  return CLOCKS.map((clock) => toLine(clock, rules, assignedOn, calendar)).filter(
    ({ legal, campaign }) => legal !== null || campaign !== null,
  );
}
