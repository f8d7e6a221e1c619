import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { objections, reassignments } from "../schema/handling.ts";
import { assignments } from "../schema/motions.ts";
import { editions, replies } from "../schema/replies.ts";
import type { AssignmentRow } from "./reply-record.ts";

export type ObjectionRow = typeof objections.$inferSelect;
export type ReassignmentRow = typeof reassignments.$inferSelect;

/** Everyone's part in a motion, withdrawn ones included, in order. */
export async function listParts(reader: Reader, motionId: string): Promise<AssignmentRow[]> {
  return await reader
    .select()
    .from(assignments)
    .where(eq(assignments.motionId, motionId))
    .orderBy(asc(assignments.position), asc(assignments.id));
}

export async function listObjections(reader: Reader, assignmentId: string): Promise<ObjectionRow[]> {
  return await reader
    .select()
    .from(objections)
    .where(eq(objections.assignmentId, assignmentId))
    .orderBy(asc(objections.seq));
}

/** Comments and objections of every unit in a motion. */
export async function listMotionObjections(reader: Reader, motionId: string) {
  return await reader
    .select({ unitCode: assignments.unitCode, objection: objections })
    .from(objections)
    .innerJoin(assignments, eq(assignments.id, objections.assignmentId))
    .where(eq(assignments.motionId, motionId))
    .orderBy(asc(objections.raisedAt), asc(objections.assignmentId), asc(objections.seq));
}

export async function listReassignments(reader: Reader, motionId: string): Promise<ReassignmentRow[]> {
  return await reader
    .select()
    .from(reassignments)
    .where(eq(reassignments.motionId, motionId))
    .orderBy(asc(reassignments.seq));
}

/** Has any unit's letter of this motion been final, ever? */
export async function hasFinalReply(reader: Reader, motionId: string): Promise<boolean> {
  const row = await reader
    .select({ id: replies.assignmentId })
    .from(replies)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .leftJoin(editions, and(eq(editions.assignmentId, replies.assignmentId), eq(editions.state, "final")))
    .where(and(eq(assignments.motionId, motionId), or(isNotNull(replies.liveEdition), isNotNull(editions.number))))
    .limit(1)
    .get();
  return row !== undefined;
}
