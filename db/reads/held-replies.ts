import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { assignments, motions } from "../schema/motions.ts";
import { replies } from "../schema/replies.ts";
import { isOfNamed } from "./publication.ts";

/** {assignment}@{edition} of every public reply to these motions. */
export async function listHeldReplies(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await reader
    .select({ id: replies.assignmentId, edition: replies.liveEdition })
    .from(replies)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .where(and(isOfNamed("published"), inArray(assignments.motionId, [...ids])))
    .orderBy(asc(replies.assignmentId));
  return rows.map((row) => `${row.id}@${row.edition}`);
}

export async function listTitles(reader: Reader, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
  return await reader
    .select({ id: motions.id, title: motions.title })
    .from(motions)
    .where(inArray(motions.id, [...ids]));
}
