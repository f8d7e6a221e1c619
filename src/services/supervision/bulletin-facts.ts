import type { Reader } from "#db/open.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import { countReturnReasons, countReturns } from "#db/reads/return-reasons.ts";
import { listUnits } from "#db/reads/units.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import type { BulletinFacts, Overdue } from "#domain/supervision/bulletin.ts";
import type { CampaignFacts } from "./campaign-facts.ts";
import { readCampaignFacts } from "./campaign-facts.ts";
import { listNotes, toUnitFacts } from "./unit-sheets.ts";

type AssignmentFacts = CampaignFacts["assignments"][number];

/** Owed, not answered, and past the day: the due day itself is in time. */
function listOverdue(
  assignments: readonly AssignmentFacts[],
  today: string,
  toDue: (row: AssignmentFacts) => string | null,
): Overdue[] {
  return assignments.flatMap((row) => {
    const dueOn = toDue(row);
    if (row.role === "joint" || row.repliedAt !== null || dueOn === null || dueOn >= today) return [];
    const { kind, number, betweenSessions } = row;
    return [{ kind, number, betweenSessions, dueOn }];
  });
}

function toFacts(unit: string, facts: CampaignFacts, rules: CampaignRules, today: string) {
  const { assignments } = facts;
  const { owed, signed, replied, submitted, returned, reminders, feedback, dissatisfied } = toUnitFacts(facts, rules);
  const joint = assignments.length - owed;
  return {
    unit,
    owed,
    joint,
    signed,
    replied,
    submitted,
    returned,
    reminders,
    feedback,
    dissatisfied,
    overdue: listOverdue(assignments, today, (row) => row.dueOn),
    overdueByLaw: listOverdue(
      assignments,
      today,
      (row) => row.extendedTo ?? findDueOn(row.assignedOn, rules.deadlines.reply),
    ),
    notes: listNotes(facts, rules),
  };
}

/** The stated facts of every unit that has a part in the year, or of one of them. */
export async function listBulletinFacts(
  reader: Reader,
  campaignId: string,
  { unit, today }: { readonly unit: string | undefined; readonly today: string },
): Promise<readonly BulletinFacts[]> {
  const rules = await readRules(reader, campaignId);
  const factsOf = await readCampaignFacts(reader, campaignId);
  const returns = new Map((await countReturns(reader, campaignId, unit)).map((row) => [row.unitCode, row.count]));
  const reasons = Map.groupBy(await countReturnReasons(reader, campaignId, unit), (row) => row.unitCode);
  return (await listUnits(reader)).flatMap(({ code, shortName }) => {
    const facts = factsOf(code);
    if ((unit !== undefined && unit !== code) || facts.assignments.length === 0) return [];
    const named = (reasons.get(code) ?? []).map(({ text, count }) => ({ text, count }));
    return [{ ...toFacts(shortName, facts, rules, today), returns: returns.get(code) ?? 0, reasons: named }];
  });
}
