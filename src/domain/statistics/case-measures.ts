import type { CaseFacts } from "./facts.ts";
import type { Indicator, IndicatorGroup, IndicatorUnit } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { countWhere, within } from "./measure.ts";
import type { Term } from "./term.ts";
import { isKept, isRipe } from "./term.ts";

/** The bases that most figures share, each with its words. */
export const ASSIGNED = countWhere<CaseFacts>("交办件次（含会办）", (row) => row.assigned);
export const OWED = countWhere<CaseFacts>("应答复件次（主办、分办）", (row) => row.assigned && row.role !== "joint");
export const JOINT = countWhere<CaseFacts>("会办件次", (row) => row.assigned && row.role === "joint");
export const ANSWERED = within(OWED, "已答复的件次", (row) => row.replyByCampaign.doneOn !== null);
export const CLOSED = within(OWED, "已办结的件次（已答复，且没有正在重新办理的）", (row) => row.closedOn !== null);

type Extra = { readonly unit?: IndicatorUnit; readonly note?: string };

/** Makes the rates of one group over 件次. */
export function caseRates(group: IndicatorGroup) {
  return (
    code: string,
    label: string,
    base: Measure<CaseFacts> | null,
    numerator: Measure<CaseFacts>,
    { unit = "件次", note }: Extra = {},
  ): Indicator => ({
    code,
    group,
    label,
    unit,
    over: "case",
    numerator,
    base,
    ...(note === undefined ? {} : { note }),
  });
}

type OnTime = {
  readonly group: IndicatorGroup;
  readonly code: string;
  readonly label: string;
  readonly base: Measure<CaseFacts>;
  readonly term: (row: CaseFacts) => Term;
  /** By which limit: 年度要求的期限. */
  readonly limit: string;
  readonly verb: string;
};

/** Both rates in use: of all that are owed, and of those whose time has come. */
export function onTimeRates({ group, code, label, base, term, limit, verb }: OnTime): Indicator[] {
  const rate = caseRates(group);
  const kept = `在${limit}内${verb}的`;
  const due = within(base, `${base.words}中已${verb}或者已到${limit}的`, (row, today) => isRipe(term(row), today));
  return [
    rate(
      `${code}_of_all`,
      `${label}（占全部）`,
      base,
      within(base, kept, (row) => isKept(term(row))),
      { note: "尚未到期的也在分母之中，办理过程中会偏低；没有期限的不算按期" },
    ),
    rate(
      `${code}_of_due`,
      `${label}（占已到期）`,
      due,
      within(due, kept, (row) => isKept(term(row))),
      { note: "尚未到期又未办的、没有期限的都不计" },
    ),
  ];
}
