import type { ClassCode, Matter } from "./letters.ts";
import { draftOf } from "./letters.ts";
import { PUT, assignment, reply } from "./things.ts";
import type { Cast, Pair } from "./zhanyi-2023-year.ts";

/** Words that are nobody's business outside. */
export const SECRET = {
  opinion: "增设电梯不得占用消防通道",
  phone: "0890-6227788",
  returned: "没有写明完成时限",
  nudge: "拟办件已经逾期，请三日内报送",
  verdict: "希望再快一些",
} as const;

const GOOD = { answers: { attitude: "satisfied", result: "basically_satisfied" }, consent: "yes" };

/** 面商 with all who filed, and the form that they fill in there. */
export async function consult({ office }: Cast, { handler }: Pair, id: string, heldOn: string): Promise<void> {
  const meeting = { kind: "meeting", phase: "during", heldOn, invited: 2, met: 2 };
  await handler.act(assignment(id), "contacts", { body: meeting });
  await handler.act(assignment(id), "feedback/ask");
  await office.act(assignment(id), "feedback/record", { body: GOOD });
}

type Words = {
  readonly matter: Matter;
  readonly signatory: string;
  readonly classCode: ClassCode;
  readonly signedOn: string;
  readonly account?: string;
};
const ACCOUNT = "我单位会同有关部门实地走访，逐项研究了所提意见，明确了责任科室。";

export async function write({ handler }: Pair, id: string, words: Words, disclosure?: object): Promise<void> {
  const { matter, account = ACCOUNT, ...letter } = words;
  await handler.act(reply(id), "draft", { method: PUT, body: draftOf(matter, { ...letter, account }, disclosure) });
}

/** 承办人 proposes; 单位负责人 signs and sends. */
export async function handIn({ handler, signer }: Pair, id: string): Promise<void> {
  await handler.act(reply(id), "propose");
  await signer.act(reply(id), "submit");
}

/** 审核, then 校稿定稿. */
export async function finish({ chief, office }: Cast, id: string): Promise<void> {
  await chief.act(reply(id), "approve");
  await office.act(reply(id), "finalise");
}
