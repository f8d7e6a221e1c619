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

async function byAssignment<T extends { readonly assignmentId: string }>(rows: Promise<readonly T[]>) {
  const groups = Map.groupBy(await rows, (row) => row.assignmentId);
  return (id: string) => groups.get(id) ?? [];
}

/** Reads a year once: the number of queries does not depend on its size. */
export async function readCaseRows(reader: Reader, campaignId: string): Promise<CaseRows[]> {
  const heads = await listCaseHeads(reader, campaignId);
  const dates = new Map((await listAssignmentFacts(reader, campaignId)).map((row) => [row.id, row]));
  const objections = await byAssignment(listObjectionDecisions(reader, campaignId));
  const opinions = await byAssignment(listOpinionTerms(reader, campaignId));
  const letters = await byAssignment(listLetterFacts(reader, campaignId));
  const ledger = await byAssignment(listLedgerFacts(reader, campaignId));
  const outcomes = await byAssignment(listOutcomeFacts(reader, campaignId));
  const contacts = await byAssignment(listContactFacts(reader, campaignId));
  const waivers = await byAssignment(listWaiverFacts(reader, campaignId));
  const rounds = await byAssignment(listRoundFacts(reader, campaignId));
  const followUps = await byAssignment(listFollowUpTerms(reader, campaignId));
  const submitted = await byAssignment(listSubmittedFacts(reader, campaignId));
  const returned = await byAssignment(listReturnFacts(reader, campaignId));
  const reminders = await byAssignment(listReminderFacts(reader, campaignId));
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
