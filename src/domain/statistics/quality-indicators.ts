import { ASSIGNED, OWED, caseRates } from "./case-measures.ts";
import type { MotionFacts, VoteFacts } from "./facts.ts";
import type { Indicator } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { within } from "./measure.ts";

const rate = caseRates("quality");
const SUBMITTED = within(OWED, "报送过答复的件次", (row) => row.submitted);

/** 退回, 催办: how the work went between the unit and the office. */
export const QUALITY_INDICATORS: readonly Indicator[] = [
  rate(
    "returned_rate",
    "退回率",
    SUBMITTED,
    within(SUBMITTED, "被办公室退回过的", (row) => row.returned),
  ),
  rate(
    "reminded_rate",
    "催办占比",
    ASSIGNED,
    within(ASSIGNED, "被催办过的", (row) => row.reminders > 0),
  ),
  rate("reminders", "催办次数", null, { words: "发出的催办", weigh: (row) => row.reminders }, { unit: "次" }),
];

const addVotes = (words: string, add: (vote: VoteFacts) => number): Measure<MotionFacts> => ({
  words,
  weigh: (motion) => motion.votes.reduce((sum, vote) => sum + add(vote), 0),
});
const ISSUED = addVotes("发出的测评票", (vote) => vote.issued);
const RETURNED = addVotes("收回的测评票", (vote) => vote.returned);

function voteRate(code: string, label: string, base: Measure<MotionFacts>, numerator: Measure<MotionFacts>): Indicator {
  return { code, group: "vote", label, unit: "份", over: "motion", numerator, base };
}

const satisfied = (vote: VoteFacts) => vote.satisfied;
const wide = (vote: VoteFacts) => vote.satisfied + vote.basicallySatisfied;

/** 测评 by a standing committee or a plenary: a record apart from the deputies' own verdicts. */
export const VOTE_INDICATORS: readonly Indicator[] = [
  voteRate("vote_returned", "测评票回收率", ISSUED, { ...RETURNED, words: "收回的" }),
  voteRate("vote_satisfied_strict", "测评满意率（仅计满意，占收回）", RETURNED, addVotes("评为满意的", satisfied)),
  voteRate(
    "vote_satisfied_wide",
    "测评满意率（含基本满意，占收回）",
    RETURNED,
    addVotes("评为满意或者基本满意的", wide),
  ),
  voteRate(
    "vote_dissatisfied",
    "测评不满意率（占收回）",
    RETURNED,
    addVotes("评为不满意的", (vote) => vote.dissatisfied),
  ),
  voteRate(
    "vote_satisfied_strict_of_issued",
    "测评满意率（仅计满意，占发出）",
    ISSUED,
    addVotes("评为满意的", satisfied),
  ),
];
