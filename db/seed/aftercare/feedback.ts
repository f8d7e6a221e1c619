import type { Attitude } from "#domain/feedback/feedback-kinds.ts";
import type { DemoReply } from "../demo/demo-city.ts";
import { addDaysToWorkday, addMonths } from "../demo/calendar.ts";
import type { Random } from "../demo/random.ts";
import { makeRandom } from "../demo/random.ts";

type Round = {
  round: number;
  askedAt: string;
  source: "office";
  answers: Record<"attitude" | "result", Attitude>;
  comment: string | null;
  consent: "yes" | "not_asked";
  filedAt: string;
  redoDueOn: string | null;
};

/** Shares of 满意 and 基本满意 with the result, by how far the letter got. */
const RESULT: Readonly<Record<string, readonly [number, number]>> = { A: [0.88, 0.11], B: [0.68, 0.28], C: [0.5, 0.4] };

function pickAttitude(random: Random, [satisfied, basically]: readonly [number, number]): Attitude {
  const at = random.next();
  if (at < satisfied) return "satisfied";
  return at < satisfied + basically ? "basically_satisfied" : "dissatisfied";
}

const atThree = (date: string): string => `${date}T07:00:00.000Z`;

/** One round where the form came back, a second where the first was 不满意 with the result. */
export function makeFeedback(id: string, reply: DemoReply, today: string): Round[] {
  const random = makeRandom(`${id}/feedback`);
  if (!random.chance(0.94)) return [];
  const filedOn = addDaysToWorkday(reply.signedOn, random.int(4, 15));
  if (filedOn > today) return [];
  const result = pickAttitude(random, RESULT[reply.classCode] ?? [0.45, 0.45]);
  const isRedo = result === "dissatisfied";
  const first: Round = {
    round: 1,
    askedAt: atThree(reply.signedOn),
    source: "office",
    answers: { attitude: pickAttitude(random, [0.93, 0.07]), result },
    comment: isRedo ? "希望写明完成的时间和责任单位，再作一次答复。" : null,
    consent: "yes",
    filedAt: atThree(filedOn),
    redoDueOn: isRedo ? addMonths(filedOn, 1) : null,
  };
  const againOn = addDaysToWorkday(filedOn, random.int(18, 34));
  if (!isRedo || againOn > today) return [first];
  const answers = {
    attitude: "satisfied" as const,
    result: random.pick(["satisfied", "basically_satisfied"] as const),
  };
  return [
    first,
    {
      ...first,
      round: 2,
      askedAt: atThree(filedOn),
      answers,
      comment: null,
      filedAt: atThree(againOn),
      redoDueOn: null,
    },
  ];
}
