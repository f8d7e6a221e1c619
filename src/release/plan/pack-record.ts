import type { MotionRecord } from "#db/reads/year-sheet/find-year-record.ts";
import type { SchemeClass } from "#domain/scheme/scheme.ts";
import type { CaseFacts } from "#domain/statistics/facts.ts";
import type { Term } from "#domain/statistics/term.ts";

/** What says nothing in most rows, as it is then. */
const USUAL = {
  assigned: true,
  opinion: null,
  opinionWaived: false,
  objections: 0,
  objectionsUpheld: 0,
  objectionsRefused: 0,
  ledgerOnly: false,
  extended: false,
  returned: false,
  reminders: 0,
  meetingWaived: false,
  ground: null,
} as const satisfies Partial<CaseFacts>;
type Usual = keyof typeof USUAL;
const USUAL_NAMES = Object.keys(USUAL) as Usual[];

type PackedTerm = readonly [dueOn: string | null, doneOn: string | null];
type Row = readonly [
  id: string,
  unit: string,
  role: CaseFacts["role"],
  state: CaseFacts["state"],
  terms: readonly PackedTerm[],
  closedOn: string | null,
  submitted: 0 | 1,
  proposers: number,
  contacts: CaseFacts["contacts"],
  rounds: CaseFacts["rounds"],
  schemeId: string | null,
  classes: readonly (readonly [place: number, on: string])[],
  mode: CaseFacts["mode"],
  publication: CaseFacts["publication"],
  followUps: readonly PackedTerm[],
  others: Partial<Pick<CaseFacts, Usual>> | 0,
];

/** A motion as it is kept: classes by their places, what is usual left out. */
export type PackedRecord = readonly [
  number: number,
  mergedInto: string | null,
  commitments: MotionRecord["commitments"],
  facts: Omit<MotionRecord["facts"], "cases">,
  cases: readonly Row[],
];

const packTerm = ({ dueOn, doneOn }: Term): PackedTerm => [dueOn, doneOn];
const unpackTerm = ([dueOn, doneOn]: PackedTerm): Term => ({ dueOn, doneOn });

function findUnusual(row: CaseFacts): Row[15] {
  const names = USUAL_NAMES.filter((name) => row[name] !== USUAL[name]);
  return names.length === 0 ? 0 : Object.fromEntries(names.map((name) => [name, row[name]]));
}

export function packRecord(
  { number, mergedInto, commitments, facts: { cases, ...facts } }: MotionRecord,
  placeOf: (item: SchemeClass) => number,
): PackedRecord {
  const rows = cases.map((row): Row => [
    row.id,
    row.unit,
    row.role,
    row.state,
    [row.signing, row.replyByCampaign, row.replyByLaw, row.publishing].map(packTerm),
    row.closedOn,
    row.submitted ? 1 : 0,
    row.proposers,
    row.contacts,
    row.rounds,
    row.schemeId,
    row.classes.map(({ class: item, on }) => [placeOf(item), on]),
    row.mode,
    row.publication,
    row.followUps.map(packTerm),
    findUnusual(row),
  ]);
  return [number, mergedInto, commitments, facts, rows];
}

const NO_TERM: PackedTerm = [null, null];

function unpackCase(
  row: Row,
  { id: motionId, kind }: Pick<MotionRecord["facts"], "id" | "kind">,
  classAt: (place: number) => SchemeClass,
): CaseFacts {
  const [id, unit, role, state, terms, closedOn, submitted, proposers, contacts, rounds, schemeId, classes] = row;
  const [signing = NO_TERM, byCampaign = NO_TERM, byLaw = NO_TERM, publishing = NO_TERM] = terms;
  return {
    ...USUAL,
    id,
    motionId,
    kind,
    unit,
    role,
    state,
    signing: unpackTerm(signing),
    replyByCampaign: unpackTerm(byCampaign),
    replyByLaw: unpackTerm(byLaw),
    publishing: unpackTerm(publishing),
    closedOn,
    submitted: submitted === 1,
    proposers,
    contacts,
    rounds,
    schemeId,
    classes: classes.map(([place, on]) => ({ class: classAt(place), on })),
    mode: row[12],
    publication: row[13],
    followUps: row[14].map(unpackTerm),
    ...(row[15] === 0 ? {} : row[15]),
  };
}

/** @param classAt throws where there is none */
export function unpackRecord(packed: PackedRecord, classAt: (place: number) => SchemeClass): MotionRecord {
  const [number, mergedInto, commitments, facts, rows] = packed;
  return {
    number,
    mergedInto,
    commitments,
    facts: { ...facts, cases: rows.map((row) => unpackCase(row, facts, classAt)) },
  };
}
