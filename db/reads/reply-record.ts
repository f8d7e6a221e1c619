import { and, eq, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { campaignKinds, campaigns } from "../schema/campaigns.ts";
import { assignments, motions } from "../schema/motions.ts";
import { disclosures, editions, replies } from "../schema/replies.ts";
import { units } from "../schema/units.ts";

export type AssignmentRow = typeof assignments.$inferSelect;
export type MotionRow = typeof motions.$inferSelect;
export type ReplyRow = typeof replies.$inferSelect;
export type EditionRow = typeof editions.$inferSelect;
export type DisclosureRow = typeof disclosures.$inferSelect;

/** An assignment with everything that a verb on its reply must know. */
export type ReplyRecord = {
  readonly assignment: AssignmentRow;
  readonly motion: MotionRow;
  readonly campaign: typeof campaigns.$inferSelect;
  readonly campaignKind: typeof campaignKinds.$inferSelect;
  readonly unit: typeof units.$inferSelect;
  readonly reply: ReplyRow | null;
};

const ID = sql.placeholder("assignmentId");
const NUMBER = sql.placeholder("number");

const recordOf = (reader: Reader) =>
  reader
    .select({
      assignment: assignments,
      motion: motions,
      campaign: campaigns,
      campaignKind: campaignKinds,
      unit: units,
      reply: replies,
    })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(campaigns, eq(campaigns.id, assignments.campaignId))
    .innerJoin(
      campaignKinds,
      and(eq(campaignKinds.campaignId, motions.campaignId), eq(campaignKinds.kind, motions.kind)),
    )
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .leftJoin(replies, eq(replies.assignmentId, assignments.id))
    .where(eq(assignments.id, ID))
    .prepare();

const editionOf = (reader: Reader) =>
  reader
    .select()
    .from(editions)
    .where(and(eq(editions.assignmentId, ID), eq(editions.number, NUMBER)))
    .prepare();

const editionsOf = (reader: Reader) =>
  reader.select().from(editions).where(eq(editions.assignmentId, ID)).orderBy(editions.number).prepare();

const disclosureOf = (reader: Reader) =>
  reader
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.assignmentId, ID), eq(disclosures.edition, NUMBER)))
    .prepare();

export async function findReplyRecord(reader: Reader, assignmentId: string): Promise<ReplyRecord | undefined> {
  return await prepareOnce(reader, recordOf).get({ assignmentId });
}

export async function findEdition(
  reader: Reader,
  assignmentId: string,
  number: number,
): Promise<EditionRow | undefined> {
  return await prepareOnce(reader, editionOf).get({ assignmentId, number });
}

export async function listEditions(reader: Reader, assignmentId: string): Promise<EditionRow[]> {
  return await prepareOnce(reader, editionsOf).all({ assignmentId });
}

export async function findDisclosure(
  reader: Reader,
  assignmentId: string,
  number: number,
): Promise<DisclosureRow | undefined> {
  return await prepareOnce(reader, disclosureOf).get({ assignmentId, number });
}
