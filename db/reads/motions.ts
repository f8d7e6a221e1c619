import { and, asc, eq } from "drizzle-orm";
import type { AssignmentState } from "#domain/handling/states.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { jointOpinions } from "../schema/handling.ts";
import { assignments, motions, proposers } from "../schema/motions.ts";
import { replies } from "../schema/replies.ts";
import type { AssignmentRow, MotionRow } from "./reply-record.ts";

/** A motion with all that an allocation table says of it. */
export type AllocatedMotion = {
  readonly motion: MotionRow;
  readonly proposers: readonly string[];
  readonly assignments: readonly AssignmentRow[];
  /** A reply was begun, so the allocation cannot be redone by a table. */
  readonly hasReply: boolean;
  /** Assignments on which something was done already: a table cannot take them away. */
  readonly bound: readonly string[];
};

/** Proposed, dealt out and not signed, or taken back before. */
const FREE: readonly AssignmentState[] = ["pre_assigned", "assigned", "withdrawn"];

export async function listAllocated(reader: Reader, campaignId: string, kind: MotionKind): Promise<AllocatedMotion[]> {
  const ofCampaign = and(eq(motions.campaignId, campaignId), eq(motions.kind, kind));
  const all = await reader.select().from(motions).where(ofCampaign);
  const names = await reader
    .select({ motionId: proposers.motionId, name: proposers.name })
    .from(proposers)
    .innerJoin(motions, eq(motions.id, proposers.motionId))
    .where(ofCampaign)
    .orderBy(asc(proposers.motionId), asc(proposers.position));
  const parts = await reader
    .select({ assignment: assignments, replyId: replies.assignmentId, opinion: jointOpinions.state })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .leftJoin(replies, eq(replies.assignmentId, assignments.id))
    .leftJoin(jointOpinions, eq(jointOpinions.assignmentId, assignments.id))
    .where(ofCampaign)
    .orderBy(asc(assignments.motionId), asc(assignments.position));
  const namesBy = Map.groupBy(names, (row) => row.motionId);
  const partsBy = Map.groupBy(parts, (row) => row.assignment.motionId);
  return all.map((motion) => ({
    motion,
    proposers: (namesBy.get(motion.id) ?? []).map((row) => row.name),
    assignments: (partsBy.get(motion.id) ?? []).map((row) => row.assignment),
    hasReply: (partsBy.get(motion.id) ?? []).some((row) => row.replyId !== null),
    bound: (partsBy.get(motion.id) ?? [])
      .filter(
        ({ assignment, opinion }) => !FREE.includes(assignment.state) || (opinion !== null && opinion !== "asked"),
      )
      .map((row) => row.assignment.id),
  }));
}

export async function findMotion(reader: Reader, id: string): Promise<MotionRow | undefined> {
  return await reader.select().from(motions).where(eq(motions.id, id)).get();
}
