import { ASSIGNED, JOINT, caseRates, onTimeRates } from "./case-measures.ts";
import type { CaseFacts } from "./facts.ts";
import type { Indicator } from "./indicator.ts";
import { countWhere, within } from "./measure.ts";

const rate = caseRates("signing");
const EVER_ASSIGNED = countWhere<CaseFacts>(
  "交办过的件次（含异议后改派的）",
  (row) => row.assigned || row.objections > 0,
);
const OBJECTED = within(EVER_ASSIGNED, "提出过异议的", (row) => row.objections > 0);
const DECIDED: { words: string; weigh: (row: CaseFacts) => number } = {
  words: "已作决定的异议",
  weigh: (row) => row.objectionsUpheld + row.objectionsRefused,
};
const OPINION_ASKED = within(JOINT, "应提会办意见的件次（不含免予提出的）", (row) => row.opinion !== null);
const NONE = { dueOn: null, doneOn: null };

export const SIGNING_INDICATORS: readonly Indicator[] = [
  rate(
    "signed_rate",
    "签收率",
    ASSIGNED,
    within(ASSIGNED, "已签收的", (row) => row.signing.doneOn !== null),
  ),
  ...onTimeRates({
    group: "signing",
    code: "signed_on_time",
    label: "按时签收率",
    base: ASSIGNED,
    term: (row) => row.signing,
    limit: "签收期限",
    verb: "签收",
  }),
  rate("objected_rate", "异议率", EVER_ASSIGNED, OBJECTED),
  rate(
    "objection_upheld_rate",
    "异议成立率",
    DECIDED,
    { words: "办公室同意改派的", weigh: (row) => row.objectionsUpheld },
    { unit: "次" },
  ),
  rate(
    "opinion_given_rate",
    "会办意见提出率",
    OPINION_ASKED,
    within(OPINION_ASKED, "已提出会办意见的", (row) => row.opinion?.doneOn !== null),
  ),
  ...onTimeRates({
    group: "signing",
    code: "opinion_on_time",
    label: "会办意见按时率",
    base: OPINION_ASKED,
    term: (row) => row.opinion ?? NONE,
    limit: "会办期限",
    verb: "提出会办意见",
  }),
  rate(
    "opinion_waived_rate",
    "会办意见免提率",
    JOINT,
    within(JOINT, "经主办单位或者办公室免予提出意见的", (row) => row.opinionWaived),
  ),
];
