import {
  listCaseHeads,
  listContactFacts,
  listFollowUpTerms,
  listLedgerFacts,
  listLetterFacts,
  listObjectionDecisions,
  listOpinionTerms,
  listOutcomeFacts,
  listRoundFacts,
  listWaiverFacts,
} from "../indicator-facts.ts";
import type { Reader } from "../../open.ts";
import type { YearRows } from "../year-rows.ts";
import { listAssignmentFacts, listReminderFacts, listReturnFacts, listSubmittedFacts } from "../unit-facts.ts";

type Row<F extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<F>>[number];

/** All that is on record of one part of a motion. */
export type CaseRows = {
  readonly head: Row<typeof listCaseHeads>;
  /** Undefined: given back. */
  readonly dates: Row<typeof listAssignmentFacts> | undefined;
  readonly objections: readonly Row<typeof listObjectionDecisions>[];
  readonly opinion: Row<typeof listOpinionTerms> | undefined;
  readonly letters: readonly Row<typeof listLetterFacts>[];
  readonly ledger: Row<typeof listLedgerFacts> | undefined;
  readonly outcomes: readonly Row<typeof listOutcomeFacts>[];
  readonly contacts: readonly Row<typeof listContactFacts>[];
  readonly meetingWaived: boolean;
  readonly rounds: readonly Row<typeof listRoundFacts>[];
  readonly followUps: readonly Row<typeof listFollowUpTerms>[];
  readonly submitted: boolean;
  readonly returned: boolean;
  readonly reminders: number;
};

async function byAssignment<T extends { readonly assignmentId: string }>(found: Promise<readonly T[]>) {
  const groups = Map.groupBy(await found, (row) => row.assignmentId);
  return (id: string) => groups.get(id) ?? [];
}

/** Reads a year, or some of its motions, once: the number of queries does not depend on the size. */
export async function readCaseRows(reader: Reader, rows: YearRows): Promise<CaseRows[]> {
  const heads = await listCaseHeads(reader, rows);
  const dates = new Map((await listAssignmentFacts(reader, rows)).map((row) => [row.id, row]));
  const objections = await byAssignment(listObjectionDecisions(reader, rows));
  const opinions = await byAssignment(listOpinionTerms(reader, rows));
  const letters = await byAssignment(listLetterFacts(reader, rows));
  const ledger = await byAssignment(listLedgerFacts(reader, rows));
  const outcomes = await byAssignment(listOutcomeFacts(reader, rows));
  const contacts = await byAssignment(listContactFacts(reader, rows));
  const waivers = await byAssignment(listWaiverFacts(reader, rows));
  const rounds = await byAssignment(listRoundFacts(reader, rows));
  const followUps = await byAssignment(listFollowUpTerms(reader, rows));
  const submitted = await byAssignment(listSubmittedFacts(reader, rows));
  const returned = await byAssignment(listReturnFacts(reader, rows));
  const reminders = await byAssignment(listReminderFacts(reader, rows));
  return heads.map((head) => ({
    head,
    dates: dates.get(head.id),
    objections: objections(head.id),
    opinion: opinions(head.id)[0],
    letters: letters(head.id),
    ledger: ledger(head.id)[0],
    outcomes: outcomes(head.id),
    contacts: contacts(head.id),
    meetingWaived: waivers(head.id).length > 0,
    rounds: rounds(head.id),
    followUps: followUps(head.id),
    submitted: submitted(head.id).length > 0,
    returned: returned(head.id).length > 0,
    reminders: reminders(head.id).length,
  }));
}
