import { and, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
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

export async function findReplyRecord(reader: Reader, assignmentId: string): Promise<ReplyRecord | undefined> {
  return await reader
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
    .where(eq(assignments.id, assignmentId))
    .get();
}

export async function findEdition(
  reader: Reader,
  assignmentId: string,
  number: number,
): Promise<EditionRow | undefined> {
  return await reader
    .select()
    .from(editions)
    .where(and(eq(editions.assignmentId, assignmentId), eq(editions.number, number)))
    .get();
}

export async function listEditions(reader: Reader, assignmentId: string): Promise<EditionRow[]> {
  return await reader.select().from(editions).where(eq(editions.assignmentId, assignmentId)).orderBy(editions.number);
}

export async function findDisclosure(
  reader: Reader,
  assignmentId: string,
  edition: number,
): Promise<DisclosureRow | undefined> {
  return await reader
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.assignmentId, assignmentId), eq(disclosures.edition, edition)))
    .get();
}
