import { and, asc, eq, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { actors } from "../schema/actors.ts";
import { returnReasonUses, returnReasons } from "../schema/decisions.ts";
import { assignments } from "../schema/motions.ts";
import { returns } from "../schema/replies.ts";
import { units } from "../schema/units.ts";

export type ReturnReasonRow = typeof returnReasons.$inferSelect;

/** The managed list, retired ones included, in order. */
export async function listReturnReasons(reader: Reader): Promise<ReturnReasonRow[]> {
  return await reader.select().from(returnReasons).orderBy(asc(returnReasons.position), asc(returnReasons.code));
}

export async function findReturnReason(reader: Reader, code: string): Promise<ReturnReasonRow | undefined> {
  return await reader.select().from(returnReasons).where(eq(returnReasons.code, code)).get();
}

export async function isReturnReasonUsed(reader: Reader, code: string): Promise<boolean> {
  return (await reader.$count(returnReasonUses, eq(returnReasonUses.code, code))) > 0;
}

const { edition, seq, code } = returnReasonUses;
const reasonsOf = (reader: Reader) =>
  reader
    .select({ edition, seq, code, text: returnReasons.text })
    .from(returnReasonUses)
    .innerJoin(returnReasons, eq(returnReasons.code, code))
    .where(eq(returnReasonUses.assignmentId, sql.placeholder("assignmentId")))
    .orderBy(asc(edition), asc(seq), asc(returnReasons.position))
    .prepare();

/** Reasons of every return of one assignment. */
export async function listReasonsOfReturns(reader: Reader, assignmentId: string) {
  return await prepareOnce(reader, reasonsOf).all({ assignmentId });
}

/** How often the office named each reason to each unit in one year; what a unit returns within itself is its own affair. */
export async function countReturnReasons(reader: Reader, campaignId: string, unit: string | undefined) {
  return await reader
    .select({
      unitCode: units.code,
      unitName: units.shortName,
      code: returnReasons.code,
      text: returnReasons.text,
      count: sql<number>`count(*)`,
    })
    .from(returnReasonUses)
    .innerJoin(returnReasons, eq(returnReasons.code, returnReasonUses.code))
    .innerJoin(
      returns,
      and(
        eq(returns.assignmentId, returnReasonUses.assignmentId),
        eq(returns.edition, returnReasonUses.edition),
        eq(returns.seq, returnReasonUses.seq),
      ),
    )
    .innerJoin(actors, and(eq(actors.id, returns.returnedBy), eq(actors.role, "office")))
    .innerJoin(assignments, eq(assignments.id, returns.assignmentId))
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .where(and(eq(assignments.campaignId, campaignId), unit === undefined ? undefined : eq(units.code, unit)))
    .groupBy(units.code, returnReasons.code)
    .orderBy(asc(units.position), asc(returnReasons.position));
}

/** How many times the office returned a letter of each unit in one year. */
export async function countReturns(reader: Reader, campaignId: string, unit: string | undefined) {
  return await reader
    .select({ unitCode: assignments.unitCode, count: sql<number>`count(*)` })
    .from(returns)
    .innerJoin(actors, and(eq(actors.id, returns.returnedBy), eq(actors.role, "office")))
    .innerJoin(assignments, eq(assignments.id, returns.assignmentId))
    .where(and(eq(assignments.campaignId, campaignId), unit === undefined ? undefined : eq(assignments.unitCode, unit)))
    .groupBy(assignments.unitCode);
}
