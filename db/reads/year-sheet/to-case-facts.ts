import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import type { FeedbackAxis } from "#domain/campaign/feedback-presets.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import { ordersRedo } from "#domain/feedback/check-answers.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import { findClosingLetter, findLetterAfter, toClassSeries } from "#domain/statistics/case-dates.ts";
import type { CaseFacts } from "#domain/statistics/facts.ts";
import type { CaseRows } from "./case-rows.ts";
import { findLedgerAnswer } from "./ledger-answer.ts";

/** What of the motion and the year a part is read with. */
export type CaseTerms = {
  readonly kind: MotionKind;
  readonly proposers: number;
  readonly scheme: Scheme | undefined;
  readonly axes: readonly FeedbackAxis[];
  readonly rules: CampaignRules;
  readonly findDueOn: DueFinder;
};

export type DueFinder = typeof findDueOn;

/** A year has few days of 交办 and few spans: each is counted on the calendar once. */
export function rememberDueDays(): DueFinder {
  const known = new Map<string, string | null>();
  return (startOn, span) => {
    if (span === null) return null;
    const key = `${startOn}/${span.amount}${span.unit}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const due = findDueOn(startOn, span);
    known.set(key, due);
    return due;
  };
}

/** Asia/Shanghai, without summer time since 1992. */
const OFFSET_MS = 8 * 60 * 60 * 1000;
const dayOf = (instant: string | null | undefined) =>
  instant ? new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10) : null;

function toRounds({ rounds }: CaseRows, axes: readonly FeedbackAxis[]) {
  return rounds.map(({ answers, filedAt, redoDueOn }) => ({
    answers,
    filedAt,
    redoDueOn,
    ordersRedo: answers !== null && ordersRedo(axes, answers),
  }));
}

/** The terms of the answer; one whose day nobody wrote down is judged by none. */
function toTerms({ dates }: CaseRows, doneOn: string | null, isDated: boolean, { rules, findDueOn }: CaseTerms) {
  const extendedTo = dates?.extendedTo ?? null;
  const extended = extendedTo !== null;
  if (!dates || !isDated) {
    const term = { dueOn: null, doneOn };
    return { replyByCampaign: term, replyByLaw: term, extended };
  }
  return {
    replyByCampaign: { dueOn: dates.dueOn, doneOn },
    replyByLaw: { dueOn: extendedTo ?? findDueOn(dates.assignedOn, rules.deadlines.reply), doneOn },
    extended,
  };
}

function toReplying(rows: CaseRows, terms: CaseTerms) {
  const { axes, rules, findDueOn } = terms;
  const told = findLedgerAnswer(rows);
  const letters = rows.letters.flatMap(({ finalisedAt }) => (finalisedAt === null ? [] : [finalisedAt]));
  const rounds = toRounds(rows, axes);
  const doneOn = told?.on ?? dayOf(letters[0]);
  return {
    ledgerOnly: told !== undefined,
    ...toTerms(rows, doneOn, told?.dated ?? true, terms),
    closedOn: told?.on ?? dayOf(findClosingLetter(letters, rounds)),
    rounds: rounds.map(({ answers, filedAt, redoDueOn, ordersRedo }) => ({
      answers,
      redo: ordersRedo ? { dueOn: redoDueOn, doneOn: dayOf(findLetterAfter(letters, filedAt)) } : null,
    })),
    publishing: {
      dueOn: doneOn === null || told ? null : findDueOn(doneOn, rules.deadlines.publish),
      doneOn: rows.head.publishedAt?.slice(0, 10) ?? null,
    },
  };
}

function toClasses(rows: CaseRows, scheme: Scheme | undefined) {
  const { outcomes, letters, followUps, ledger } = rows;
  const [first] = letters;
  const told = findLedgerAnswer(rows);
  const printed = [
    ...(ledger && told ? [{ code: ledger.classCode, on: told.on }] : []),
    ...(first ? [{ code: first.classCode, on: dayOf(first.finalisedAt) }] : []),
    ...followUps.map(({ classCode, repliedOn }) => ({ code: classCode, on: repliedOn })),
  ];
  const decided = outcomes.map(({ classCode, decidedOn }) => ({ code: classCode, on: decidedOn }));
  return toClassSeries(decided, printed, (code) => scheme && findClass(scheme, code));
}

function toDealing({ dates, objections, opinion }: CaseRows, { rules, findDueOn }: CaseTerms) {
  const decided = (decision: "upheld" | "refused") => objections.filter((item) => item.decision === decision).length;
  return {
    assigned: dates !== undefined,
    signing: {
      dueOn: dates ? findDueOn(dates.handedOn, rules.deadlines.sign) : null,
      doneOn: dayOf(dates?.signedAt),
    },
    opinion: opinion && opinion.state !== "waived" ? { dueOn: opinion.dueOn, doneOn: dayOf(opinion.givenAt) } : null,
    opinionWaived: opinion?.state === "waived",
    objections: objections.length,
    objectionsUpheld: decided("upheld"),
    objectionsRefused: decided("refused"),
  };
}

/** The facts of one part, as the figures count them. Days are those of Shanghai. */
export function toCaseFacts(rows: CaseRows, terms: CaseTerms): CaseFacts {
  const { head, letters } = rows;
  const { id, motionId, unit, role, state, publication, liveEdition } = head;
  const letter = letters.find(({ number }) => number === liveEdition) ?? letters.at(-1);
  return {
    id,
    motionId,
    kind: terms.kind,
    unit,
    role,
    state,
    ...toDealing(rows, terms),
    ...toReplying(rows, terms),
    submitted: rows.submitted,
    returned: rows.returned,
    reminders: rows.reminders,
    proposers: terms.proposers,
    contacts: rows.contacts,
    meetingWaived: rows.meetingWaived,
    schemeId: terms.scheme?.id ?? null,
    classes: toClasses(rows, terms.scheme),
    mode: letter?.mode ?? null,
    ground: letter?.ground ?? null,
    publication: publication ?? "unpublished",
    followUps: rows.followUps.map(({ dueOn, repliedOn }) => ({ dueOn, doneOn: repliedOn })),
  };
}
