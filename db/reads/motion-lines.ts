import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { assignments, motions, proposers } from "../schema/motions.ts";
import { disclosures, editions, replies } from "../schema/replies.ts";
import { units } from "../schema/units.ts";
import type { MotionRow } from "./reply-record.ts";

/** A motion with the names that a printed table shows of it. Units that were taken out again are not among them. */
export type MotionLine = {
  readonly motion: MotionRow;
  readonly proposers: readonly string[];
  readonly units: readonly { readonly code: string; readonly name: string; readonly isJoint: boolean }[];
};

/** The motions of these ids, by id; a few hundred at a time. */
export async function readMotionLines(reader: Reader, ids: readonly string[]): Promise<Map<string, MotionLine>> {
  const wanted = [...ids];
  const rows = await reader.select().from(motions).where(inArray(motions.id, wanted));
  const names = await reader
    .select({ motionId: proposers.motionId, name: proposers.name })
    .from(proposers)
    .where(inArray(proposers.motionId, wanted))
    .orderBy(asc(proposers.motionId), asc(proposers.position));
  const parts = await reader
    .select({ motionId: assignments.motionId, role: assignments.role, code: units.code, name: units.shortName })
    .from(assignments)
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .where(and(inArray(assignments.motionId, wanted), ne(assignments.state, "withdrawn")))
    .orderBy(asc(assignments.motionId), asc(assignments.position));
  const namesBy = Map.groupBy(names, (row) => row.motionId);
  const partsBy = Map.groupBy(parts, (row) => row.motionId);
  return new Map(
    rows.map((motion) => [
      motion.id,
      {
        motion,
        proposers: (namesBy.get(motion.id) ?? []).map(({ name }) => name),
        units: (partsBy.get(motion.id) ?? []).map(({ code, name, role }) => ({
          code,
          name,
          isJoint: role === "joint",
        })),
      },
    ]),
  );
}

/** Head of the letter that stands for each of these assignments, once it is final. */
export async function readReplyLines(reader: Reader, ids: readonly string[]) {
  const rows = await reader
    .select({
      id: replies.assignmentId,
      publication: replies.publication,
      docNumber: editions.docNumber,
      signedOn: editions.signedOn,
      classCode: editions.classCode,
      mode: disclosures.mode,
    })
    .from(replies)
    .innerJoin(
      editions,
      and(
        eq(editions.assignmentId, replies.assignmentId),
        eq(editions.state, "final"),
        eq(editions.number, replies.liveEdition),
      ),
    )
    .leftJoin(
      disclosures,
      and(eq(disclosures.assignmentId, editions.assignmentId), eq(disclosures.edition, editions.number)),
    )
    .where(inArray(replies.assignmentId, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}
