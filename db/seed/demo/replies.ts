import type { SeedCampaign } from "./campaigns.ts";
import { makeCorrection } from "./correction.ts";
import type { DemoMatter, DemoReply } from "./demo-city.ts";
import { makeDisclosure, makePublicBody } from "./disclosure.ts";
import { makeFollowUps } from "./follow-ups.ts";
import type { EarlierPromise, LetterContext } from "./letter-context.ts";
import { writeLetter } from "./letter.ts";
import type { Slot } from "./numbering.ts";
import { getOutcome } from "./outcomes.ts";
import { makeName } from "./people.ts";
import type { Places } from "./places.ts";
import { getAt, makeRandom } from "./random.ts";
import { laterTime, publishTime, signDay } from "./schedule.ts";
import type { SubjectOfTopic } from "./topics.ts";
import { getUnit } from "./units.ts";

export type ReplyInput = {
  readonly campaign: SeedCampaign;
  readonly slot: Slot;
  /** Place in the hundred from which the classes are dealt. */
  readonly place: number;
  readonly entry: SubjectOfTopic;
  readonly focus: number;
  readonly matter: Omit<DemoMatter, "replies">;
  readonly addressee: string;
  readonly you: string;
  readonly places: Places;
  readonly earlier: EarlierPromise | undefined;
};
export type MadeReply = { readonly reply: DemoReply; readonly promise: string | undefined };

/** 关于市四届人大五次会议第54号建议的答复. */
function toReplyTitle({ campaign, slot }: ReplyInput): string {
  const sitting = slot.kind === "suggestion" ? campaign.npcSitting : campaign.cppccSitting;
  const noun = slot.kind === "suggestion" ? "建议" : "提案";
  const name = slot.betweenSessions ? sitting.shortName.replace(/四届(人大)?.*/, "四届$1闭会期间") : sitting.shortName;
  return `关于${name}第${slot.number}号${noun}的答复`;
}

const COPY_TO = {
  suggestion: "市人大常委会代表工作委员会，市人民政府办公室",
  proposal: "市政协提案委员会，市人民政府办公室",
} as const;

const WITHDRAWALS = [
  { kind: "privacy", reason: "答复中涉及群众个人信息，需作处理后重新发布。" },
  { kind: "error", reason: "答复所引数据有误，正在核实。" },
] as const;

function contactOf(unit: string, random: { int(low: number, high: number): number }): string {
  return makeName(makeRandom(`contact/${unit}/${random.int(1, 3)}`));
}

function makeContext(input: ReplyInput, unit: string, order: number, signedOn: string): LetterContext {
  const { campaign, entry, matter } = input;
  const label = `${campaign.year}/${entry.id}/${order}`;
  const outcome = getOutcome((input.place + 33 * order) % 100, campaign.schemeId);
  return {
    label,
    year: campaign.year,
    yearIndex: campaign.index,
    subjectId: entry.id,
    subject: entry.subject,
    focus: input.focus,
    isSecond: order > 0,
    isSeparate: matter.leads.length > 1,
    unit: getUnit(unit),
    jointNames: matter.joints.map((code) => getUnit(code).shortName),
    you: input.you,
    title: matter.title,
    places: input.places,
    assignedOn: matter.assignedOn,
    signedOn,
    classCode: outcome.code,
    meaning: outcome.meaning,
    earlier: order > 0 ? undefined : input.earlier,
  };
}

const isOpen = ({ meaning }: LetterContext): boolean => meaning === "moving" || meaning === "planned";

/** The reply of one lead unit; the document number is set when the year is complete. */
export function makeReply(input: ReplyInput, unit: string, order: number): MadeReply {
  const { slot, matter } = input;
  const random = makeRandom(`${input.campaign.year}/${input.entry.id}/${order}/reply`);
  const signedOn = signDay(random, matter, slot.stage);
  const context = makeContext(input, unit, order, signedOn);
  const letter = writeLetter(context);
  const disclosure = makeDisclosure(slot.mode, slot.serial);
  const publicBody = makePublicBody(letter, disclosure);
  const isOut = slot.stage === "published" || slot.stage === "withdrawn";
  const owesFollowUp = isOpen(context) && (slot.stage === "published" || slot.stage === "withheld");
  const reply: DemoReply = {
    unit,
    docNumber: "",
    title: toReplyTitle(input),
    addressee: input.addressee,
    signedOn,
    classCode: context.classCode,
    disclosure,
    ...(publicBody && { publicBody }),
    body: letter.body,
    contactName: contactOf(unit, random),
    contactPhone: context.unit.phone,
    copyTo: COPY_TO[slot.kind],
    ...(isOut && { publishedAt: publishTime(random, signedOn) }),
    followUps: owesFollowUp ? makeFollowUps(context, letter.words) : [],
  };
  const promise = isOpen(context) && slot.mode === "full" ? letter.words["plan0"] : undefined;
  return { reply: addLaterEvents(reply, slot, input.campaign.index), promise };
}

/** A withdrawal or a correction, where the slot wants one. */
function addLaterEvents(reply: DemoReply, slot: Slot, yearIndex: number): DemoReply {
  const { publishedAt } = reply;
  if (publishedAt === undefined) return reply;
  const random = makeRandom(`${reply.title}/${reply.unit}/later`);
  if (slot.stage === "withdrawn") {
    return { ...reply, withdrawn: { at: laterTime(random, publishedAt, 20, 60), ...getAt(WITHDRAWALS, yearIndex) } };
  }
  if (!slot.isCorrected) return reply;
  const { firstBody, secondBody, note } = makeCorrection(reply.body);
  return {
    ...reply,
    body: firstBody,
    correction: { at: laterTime(random, publishedAt, 6, 30), note, body: secondBody },
  };
}
