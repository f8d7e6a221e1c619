import { FEEDBACK_PRESETS } from "#domain/campaign/feedback-presets.ts";
import type { Scheme, SchemeClass } from "#domain/scheme/scheme.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import { findPreset } from "#domain/scheme/presets.ts";
import type { CaseFacts, CommitmentFacts, MotionFacts, RoundFacts, Sheet } from "#domain/statistics/facts.ts";
import type { IndicatorTerms } from "#domain/statistics/indicators.ts";
import type { Term } from "#domain/statistics/term.ts";

/** Facts of a year made by hand, for tests of figures. */

export function schemeOf(id: string): Scheme {
  const found = findPreset(id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
}

export const ZHANYI = schemeOf("zhanyi-2023");
export const AXES = FEEDBACK_PRESETS.find(({ id }) => id === "two-axes")?.axes ?? [];
export const TERMS: IndicatorTerms = { axes: AXES, schemes: [ZHANYI], followUpClasses: ["B"] };

export function classOf(code: string, scheme = ZHANYI): SchemeClass {
  const found = findClass(scheme, code);
  if (!found) throw new Error(`no class ${code}`);
  return found;
}

export const term = (dueOn: string | null, doneOn: string | null): Term => ({ dueOn, doneOn });
const NEVER = term(null, null);

/** Answers on 办理态度 and 办理结果; the redo that they order. */
export function round(attitude: string, result: string, redo: Term | null = null): RoundFacts {
  return { answers: { attitude, result }, redo };
}

/** Assigned, and nothing done yet. */
export function aCase(id: string, unit: string, more: Partial<CaseFacts> = {}): CaseFacts {
  return {
    id: `${id}.${unit}`,
    motionId: id,
    kind: "suggestion",
    unit,
    role: "lead",
    state: "assigned",
    assigned: true,
    signing: NEVER,
    opinion: null,
    opinionWaived: false,
    objections: 0,
    objectionsUpheld: 0,
    objectionsRefused: 0,
    ledgerOnly: false,
    replyByCampaign: NEVER,
    replyByLaw: NEVER,
    extended: false,
    closedOn: null,
    submitted: false,
    returned: false,
    reminders: 0,
    proposers: 1,
    contacts: [],
    meetingWaived: false,
    rounds: [],
    schemeId: ZHANYI.id,
    classes: [],
    mode: null,
    ground: null,
    publication: "unpublished",
    publishing: NEVER,
    followUps: [],
    ...more,
  };
}

export function aMotion(id: string, cases: readonly CaseFacts[], more: Partial<MotionFacts> = {}): MotionFacts {
  const kind = cases[0]?.kind ?? "suggestion";
  const assigned = cases.filter((item) => item.assigned);
  return {
    id,
    kind,
    betweenSessions: false,
    keyItem: false,
    state: "assigned",
    units: assigned.length,
    answering: assigned.filter(({ role }) => role !== "joint").length,
    cases,
    votes: [],
    ...more,
  };
}

export function aCommitment(id: string, more: Partial<CommitmentFacts> = {}): CommitmentFacts {
  const of = { motionId: "m1", assignmentId: "m1.zhujian", kind: "suggestion", owner: "zhujian" } as const;
  return { id, ...of, state: "open", dueOn: null, keptOn: null, ...more };
}

export const EMPTY: Sheet = { motions: [], commitments: [], filed: [] };
