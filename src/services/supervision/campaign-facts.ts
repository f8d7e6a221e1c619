import type { Reader } from "#db/open.ts";
import {
  listAssignmentFacts,
  listCommitmentFacts,
  listFeedbackFacts,
  listFollowUpFacts,
  listObjectionFacts,
  listOpinionFacts,
  listReminderFacts,
  listReturnFacts,
  listSubmittedFacts,
} from "#db/reads/unit-facts.ts";

type Rows<F extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<F>>;

/** Facts of one unit in one year, row by row. */
export type CampaignFacts = {
  readonly assignments: Rows<typeof listAssignmentFacts>;
  readonly objections: Rows<typeof listObjectionFacts>;
  readonly opinions: Rows<typeof listOpinionFacts>;
  readonly returns: Rows<typeof listReturnFacts>;
  readonly submitted: Rows<typeof listSubmittedFacts>;
  readonly reminders: Rows<typeof listReminderFacts>;
  readonly feedback: Rows<typeof listFeedbackFacts>;
  readonly followUps: Rows<typeof listFollowUpFacts>;
  readonly commitments: Rows<typeof listCommitmentFacts>;
};

/** Reads a year once and gives the facts of each unit by its code. */
export async function readCampaignFacts(reader: Reader, campaignId: string): Promise<(unit: string) => CampaignFacts> {
  const byUnit = async <T extends { readonly unitCode: string }>(rows: Promise<T[]>) => {
    const groups = Map.groupBy(await rows, (row) => row.unitCode);
    return (unit: string) => groups.get(unit) ?? [];
  };
  const year = { campaignId };
  const assignments = await byUnit(listAssignmentFacts(reader, year));
  const objections = await byUnit(listObjectionFacts(reader, year));
  const opinions = await byUnit(listOpinionFacts(reader, year));
  const returns = await byUnit(listReturnFacts(reader, year));
  const submitted = await byUnit(listSubmittedFacts(reader, year));
  const reminders = await byUnit(listReminderFacts(reader, year));
  const feedback = await byUnit(listFeedbackFacts(reader, year));
  const followUps = await byUnit(listFollowUpFacts(reader, year));
  const commitments = await byUnit(listCommitmentFacts(reader, year));
  return (unit) => ({
    assignments: assignments(unit),
    objections: objections(unit),
    opinions: opinions(unit),
    returns: returns(unit),
    submitted: submitted(unit),
    reminders: reminders(unit),
    feedback: feedback(unit),
    followUps: followUps(unit),
    commitments: commitments(unit),
  });
}
