import type { Rate } from "../statistics/rate.ts";
import { rate } from "../statistics/rate.ts";
import type { Term } from "../statistics/term.ts";
import { isKept, isRipe } from "../statistics/term.ts";

/** The rates below by key; the weights of a year may name them. */
export const UNIT_RATE_LABELS = {
  signed: "签收率",
  signed_on_time: "按时签收率",
  objected: "异议率",
  opinions_on_time: "会办意见按时率",
  replied: "办复率",
  replied_on_time: "按期办复率",
  replied_within_law: "法定期限内办复率",
  returned: "退回率",
  reminded: "催办次数",
  dissatisfied: "不满意率",
  follow_ups_on_time: "续复按期率",
  commitments_on_time: "承诺按期兑现率",
} as const;
type UnitRateKey = keyof typeof UNIT_RATE_LABELS;
export const UNIT_RATE_KEYS: readonly string[] = Object.keys(UNIT_RATE_LABELS);

/** Stated facts of one unit in one year; nothing of it is an opinion. */
export type UnitFacts = {
  /** Every assignment, 会办 included. */
  readonly assigned: number;
  readonly signed: number;
  readonly objected: number;
  /** Assigned, and objected to and then given to another. */
  readonly everAssigned: number;
  readonly owed: number;
  readonly replied: number;
  readonly submitted: number;
  readonly returned: number;
  readonly reminders: number;
  readonly feedback: number;
  readonly dissatisfied: number;
  readonly signing: readonly Term[];
  readonly opinions: readonly Term[];
  readonly repliesByCampaign: readonly Term[];
  readonly repliesByLaw: readonly Term[];
  readonly followUps: readonly Term[];
  readonly commitments: readonly Term[];
};

const unitRate = (key: UnitRateKey, numerator: number, base: number, definition: string): Rate =>
  rate(key, UNIT_RATE_LABELS[key], numerator, base, definition);

function termRate(key: UnitRateKey, terms: readonly Term[], today: string, words: string): Rate {
  const ripe = terms.filter((item) => isRipe(item, today));
  const kept = ripe.filter(isKept);
  const definition = `分母：${words}中有期限、且已办或已到期的；分子：其中按期办的`;
  return unitRate(key, kept.length, ripe.length, definition);
}

/** 通报, 考核 of one unit: each figure as a count of its base, with its definition. */
export function toUnitSheet(facts: UnitFacts, today: string): Rate[] {
  const {
    assigned,
    signed,
    objected,
    everAssigned,
    owed,
    replied,
    submitted,
    returned,
    reminders,
    feedback,
    dissatisfied,
  } = facts;
  const rate = unitRate;
  const term = (key: UnitRateKey, terms: readonly Term[], words: string) => termRate(key, terms, today, words);
  return [
    rate("signed", signed, assigned, "分母：交办件次（含会办）；分子：已签收的"),
    term("signed_on_time", facts.signing, "交办件次"),
    rate("objected", objected, everAssigned, "分母：交办过的件次（含异议后改派的）；分子：提出异议的"),
    term("opinions_on_time", facts.opinions, "应提会办意见"),
    rate("replied", replied, owed, "分母：应答复件次（主办、分办）；分子：已答复的"),
    term("replied_on_time", facts.repliesByCampaign, "应答复件次（年度要求的期限）"),
    term("replied_within_law", facts.repliesByLaw, "应答复件次（法定期限）"),
    rate("returned", returned, submitted, "分母：报送过的件次；分子：被办公室退回过的"),
    rate("reminded", reminders, assigned, "分母：交办件次（含会办）；分子：催办次数，一件可有多次"),
    rate("dissatisfied", dissatisfied, feedback, "分母：收到反馈的件次；分子：最近一轮有不满意的"),
    term("follow_ups_on_time", facts.followUps, "续办续复"),
    term("commitments_on_time", facts.commitments, "承诺事项"),
  ];
}
