import { suggestCommitments } from "#domain/commitment/suggest-commitments.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import type { DemoReply } from "../demo/demo-city.ts";
import { addDaysToWorkday, addMonths } from "../demo/calendar.ts";
import type { Random } from "../demo/random.ts";
import { makeRandom } from "../demo/random.ts";

type Event = {
  kind: "kept" | "changed";
  happenedOn: string;
  note: string;
  evidence: string | null;
  newDueOn: string | null;
  oldDueOn: string | null;
};
type Promised = {
  id: string;
  block: number;
  start: number;
  end: number;
  text: string;
  dueOn: string | null;
  state: "open" | "kept" | "changed";
  events: Event[];
};

const MOST = 2;
/** Sentences about the answer itself, not about what is to be done. */
const OF_THE_LETTER = /通报|报告|上述|意见很有价值|争取/;
const EVIDENCE = ["竣工验收意见", "单位年度工作总结和现场照片", "主管部门验收记录", "资金拨付凭证和现场核查记录"];

function kept(happenedOn: string, random: Random): Event {
  return {
    kind: "kept",
    happenedOn,
    note: "承诺的事项已经完成，经核查属实。",
    evidence: random.pick(EVIDENCE),
    newDueOn: null,
    oldDueOn: null,
  };
}

/** What became of it by the demo's today. */
function settle(dueOn: string | null, reply: DemoReply, today: string, random: Random) {
  const solved = reply.followUps.find((item) => item.repliedOn && item.classCode === "A")?.repliedOn;
  if (solved) return { dueOn, state: "kept" as const, events: [kept(solved, random)] };
  if (dueOn === null || dueOn > today) return { dueOn, state: "open" as const, events: [] };
  const at = random.next();
  const early = addDaysToWorkday(dueOn, -random.int(2, 24));
  if (at < 0.62) return { dueOn, state: "kept" as const, events: [kept(early, random)] };
  if (at >= 0.85) return { dueOn, state: "open" as const, events: [] };
  const newDueOn = addMonths(`${dueOn.slice(0, 8)}28`, 12);
  const event: Event = {
    kind: "changed",
    happenedOn: early,
    note: "受用地和资金到位时间影响，完成期限顺延。",
    evidence: null,
    newDueOn,
    oldDueOn: dueOn,
  };
  return { dueOn: newDueOn, state: "changed" as const, events: [event] };
}

/** Promises that the letter makes, at most two, the last ones first: what is to come stands at the end. */
export function makeCommitments(id: string, reply: DemoReply, body: RichText, today: string): Promised[] {
  const random = makeRandom(`${id}/promises`);
  const year = Number(reply.signedOn.slice(0, 4));
  return suggestCommitments(body, year)
    .filter(({ text, dueOn }) => !OF_THE_LETTER.test(text) && (dueOn === null || dueOn > reply.signedOn))
    .slice(-MOST)
    .map(({ block, start, end, text, dueOn }, at) => ({
      id: `${id}.c${at + 1}`,
      block,
      start,
      end,
      text,
      ...settle(dueOn, reply, today, random),
    }));
}
