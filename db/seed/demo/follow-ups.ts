import { addDaysToWorkday } from "./calendar.ts";
import type { DemoFollowUp } from "./demo-city.ts";
import type { LetterContext } from "./letter-context.ts";
import { DONE, OPEN } from "./phrases/follow-up.ts";
import type { Random } from "./random.ts";
import { makeRandom } from "./random.ts";
import type { SlotWords } from "./slots.ts";
import { fillSlots } from "./slots.ts";

/** The year whose follow-ups are still owed. */
const OWED_YEAR = 2026;

function reply(
  context: LetterContext,
  words: SlotWords,
  random: Random,
  slot: { number: number; dueOn: string; isDone: boolean },
): DemoFollowUp {
  const offset = random.chance(0.08) ? random.int(3, 18) : -random.int(4, 34);
  const ownWords = {
    ...words,
    oldClass: context.classCode,
    newClass: "A",
    due: `${Number(slot.dueOn.slice(0, 4)) + 1}年${random.int(3, 10)}月底`,
  };
  const paragraphs = random.pick(slot.isDone ? DONE : OPEN);
  return {
    number: slot.number,
    dueOn: slot.dueOn,
    repliedOn: addDaysToWorkday(slot.dueOn, offset),
    classCode: slot.isDone ? "A" : context.classCode,
    body: paragraphs.map((text) => ({ text: fillSlots(text, ownWords, random, context.yearIndex) })),
  };
}

/** One each December until the matter is solved; the one of 2026 is owed and has no reply yet. */
export function makeFollowUps(context: LetterContext, words: SlotWords): DemoFollowUp[] {
  const random = makeRandom(`${context.label}/follow-ups`);
  const found: DemoFollowUp[] = [];
  for (let year = context.year; year <= OWED_YEAR; year += 1) {
    const slot = { number: found.length + 1, dueOn: `${year}-12-20`, isDone: random.chance(0.66) };
    if (year === OWED_YEAR) return [...found, { number: slot.number, dueOn: slot.dueOn, body: [] }];
    found.push(reply(context, words, random, slot));
    if (slot.isDone) return found;
  }
  return found;
}
