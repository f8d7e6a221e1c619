import { daysBetween, addDaysToWorkday, toMonthDay } from "./calendar.ts";
import type { LetterContext } from "./letter-context.ts";
import { makeName } from "./people.ts";
import { getAt, makeRandom } from "./random.ts";
import type { SlotWords } from "./slots.ts";
import { fillSlots } from "./slots.ts";

/** The first plan of a letter, filled. A later letter and the follow-up quote it word for word. */
function makePlans(context: LetterContext, words: SlotWords): [string, string] {
  const random = makeRandom(`${context.label}/plans`);
  const fill = (index: number): string =>
    fillSlots(getAt(context.subject.plans, index), words, random, context.yearIndex);
  return [fill(context.focus), fill(context.focus + 1)];
}

function makeDates(context: LetterContext): { visit: string; meet: string; M: string } {
  const random = makeRandom(`${context.label}/dates`);
  const span = daysBetween(context.assignedOn, context.signedOn);
  const visit = addDaysToWorkday(context.assignedOn, Math.floor(span * (0.15 + 0.25 * random.next())));
  const meet = addDaysToWorkday(context.assignedOn, Math.floor(span * (0.5 + 0.25 * random.next())));
  const month = Number(context.signedOn.slice(5, 7)) - 1;
  return { visit: toMonthDay(visit), meet: toMonthDay(meet), M: String(Math.max(1, month)) };
}

/** Promised month: the same for every sentence of one letter. */
function makeDeadline(context: LetterContext): { due: string; later: string } {
  const { year } = context;
  const random = makeRandom(`${context.label}/due`);
  const dues = [`${year}年12月底`, `${year + 1}年3月底`, `${year + 1}年6月底`, `${year + 1}年9月底`];
  return { due: random.pick(dues), later: `${year + 1}年12月底前` };
}

/** Every word that the phrases and the bank may ask for. */
export function makeWords(context: LetterContext): SlotWords {
  const { subject, year, yearIndex, focus, places, unit } = context;
  const random = makeRandom(`${context.label}/words`);
  const base: SlotWords = {
    ...places,
    Y: String(year),
    "Y-1": String(year - 1),
    "Y+1": String(year + 1),
    about: subject.about,
    title: context.title,
    you: context.you,
    self: unit.self,
    unit: unit.shortName,
    joint: context.jointNames[0] ?? unit.shortName,
    joints: context.jointNames.join("、"),
    class: context.classCode,
    n1: makeName(random),
    n2: makeName(random),
    ...makeDates(context),
    ...makeDeadline(context),
  };
  const fill = (text: string): string => fillSlots(text, base, random, yearIndex);
  const [plan0, plan1] = makePlans(context, base);
  const obstacle = fill(subject.obstacle);
  return {
    ...base,
    p0: fill(getAt(subject.problems, focus)),
    p1: fill(getAt(subject.problems, focus + 1)),
    p2: fill(getAt(subject.problems, focus + 2)),
    r0: fill(subject.results[0]),
    r1: fill(subject.results[1]),
    plan0,
    plan1,
    obstacle,
    obstacle0: obstacle.replace(/。$/, ""),
    oldYear: String(context.earlier?.year ?? ""),
    oldNumber: context.earlier?.label ?? "",
    oldPlan: context.earlier?.plan ?? "",
  };
}
