import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { jointOpinions } from "../schema/handling.ts";
import { assignments } from "../schema/motions.ts";
import { editions, replies } from "../schema/replies.ts";
import { units } from "../schema/units.ts";

export type OpinionRow = typeof jointOpinions.$inferSelect;

export async function findOpinion(reader: Reader, assignmentId: string): Promise<OpinionRow | undefined> {
  return await reader.select().from(jointOpinions).where(eq(jointOpinions.assignmentId, assignmentId)).get();
}

function select(reader: Reader) {
  return reader
    .select({
      assignment: assignments,
      unit: { code: units.code, name: units.shortName },
      opinion: jointOpinions,
    })
    .from(assignments)
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .leftJoin(jointOpinions, eq(jointOpinions.assignmentId, assignments.id));
}

export type JointPart = Awaited<ReturnType<typeof listJointParts>>[number];

/** The joint units that have a part in the motion now, each with its opinion or null where none was asked. */
export async function listJointParts(reader: Reader, motionId: string) {
  return await select(reader)
    .where(and(eq(assignments.motionId, motionId), eq(assignments.role, "joint"), ne(assignments.state, "withdrawn")))
    .orderBy(asc(assignments.position), asc(assignments.id));
}

export async function findJointPart(reader: Reader, assignmentId: string): Promise<JointPart | undefined> {
  return await select(reader).where(eq(assignments.id, assignmentId)).get();
}

/** Does the unit lead the motion, alone or apart? */
export async function isLeadOf(reader: Reader, motionId: string, unitCode: string): Promise<boolean> {
  const row = await reader
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.motionId, motionId),
        eq(assignments.unitCode, unitCode),
        inArray(assignments.role, ["lead", "separate"]),
        ne(assignments.state, "withdrawn"),
      ),
    )
    .get();
  return row !== undefined;
}

/** Has a letter of this motion left its unit, so that the opinions in it stand? */
export async function hasSubmittedReply(reader: Reader, motionId: string): Promise<boolean> {
  const row = await reader
    .select({ id: replies.assignmentId })
    .from(replies)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .innerJoin(editions, eq(editions.assignmentId, replies.assignmentId))
    .where(and(eq(assignments.motionId, motionId), inArray(editions.state, ["submitted", "approved", "final"])))
    .limit(1)
    .get();
  return row !== undefined;
}
