import { ANSWERED, CLOSED, OWED, caseRates, onTimeRates } from "./case-measures.ts";
import type { CaseFacts, MotionFacts } from "./facts.ts";
import type { Indicator } from "./indicator.ts";
import { within } from "./measure.ts";
import { MOTIONS, motionRate } from "./volume-indicators.ts";

const rate = caseRates("reply");
/** Shown for the years that have such replies. */
export const FROM_LEDGER = "from_ledger_rate";
const owes = (row: CaseFacts) => OWED.weigh(row, "") > 0;
const MOTIONS_OWING = within(MOTIONS, "有单位应当答复的件", (motion) => motion.cases.some(owes));
const everyOwed = (motion: MotionFacts, test: (row: CaseFacts) => boolean) => motion.cases.filter(owes).every(test);

export const REPLY_INDICATORS: readonly Indicator[] = [
  rate("answered_rate", "办复率", OWED, ANSWERED, { note: "答复过即计入，其后重新办理的不扣除" }),
  rate(
    FROM_LEDGER,
    "只有台账记载的占比",
    ANSWERED,
    within(ANSWERED, "只有往年台账记载、没有答复文件的", (row) => row.ledgerOnly),
    { note: "往年台账写明已答复的计入办复和分类，不计入公开率" },
  ),
  {
    ...motionRate(
      "answered_motion_rate",
      "办复率（按件）",
      MOTIONS_OWING,
      within(MOTIONS_OWING, "应答复的单位都已答复的件", (motion) =>
        everyOwed(motion, ({ replyByCampaign }) => replyByCampaign.doneOn !== null),
      ),
    ),
    group: "reply",
  },
  rate("closed_rate", "办结率", OWED, CLOSED),
  {
    ...motionRate(
      "closed_motion_rate",
      "办结率（按件）",
      MOTIONS_OWING,
      within(MOTIONS_OWING, "应答复的单位都已办结的件", (motion) => everyOwed(motion, (row) => row.closedOn !== null)),
    ),
    group: "reply",
  },
  ...onTimeRates({
    group: "reply",
    code: "answered_on_time",
    label: "按期办复率",
    base: OWED,
    term: (row) => row.replyByCampaign,
    limit: "年度要求的期限",
    verb: "答复",
  }),
  ...onTimeRates({
    group: "reply",
    code: "answered_within_law",
    label: "法定期限内办复率",
    base: OWED,
    term: (row) => row.replyByLaw,
    limit: "法定期限（经批准延期的，为延期后的期限）",
    verb: "答复",
  }),
  ...onTimeRates({
    group: "reply",
    code: "closed_on_time",
    label: "按期办结率",
    base: OWED,
    term: (row) => ({ dueOn: row.replyByCampaign.dueOn, doneOn: row.closedOn }),
    limit: "年度要求的期限",
    verb: "办结",
  }),
  ...onTimeRates({
    group: "reply",
    code: "closed_within_law",
    label: "法定期限内办结率",
    base: OWED,
    term: (row) => ({ dueOn: row.replyByLaw.dueOn, doneOn: row.closedOn }),
    limit: "法定期限（经批准延期的，为延期后的期限）",
    verb: "办结",
  }),
  rate(
    "extended_rate",
    "延期率",
    OWED,
    within(OWED, "经批准延期的", (row) => row.extended),
  ),
];
