import type { SQL } from "drizzle-orm";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { emergencies } from "../schema/aftercare.ts";
import { disclosureReviews } from "../schema/decisions.ts";
import { assignments, motions } from "../schema/motions.ts";
import { disclosures, replies } from "../schema/replies.ts";
import { units } from "../schema/units.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";

type Walk = { readonly start: KeysetStart | undefined; readonly limit: number };

const matter = {
  assignmentId: assignments.id,
  version: assignments.version,
  motionId: motions.id,
  kind: motions.kind,
  number: motions.number,
  betweenSessions: motions.betweenSessions,
  title: motions.title,
  unitCode: units.code,
  unitName: units.shortName,
};

export type DisclosureReviewRow = Awaited<ReturnType<typeof listDisclosureReviewRows>>[number];

function isWithheld(unit: string | undefined): SQL | undefined {
  return and(
    // Not null, in the form that SQLite seeks an index by.
    sql`${disclosures.reviewAgainOn} > ''`,
    // The plus keeps SQLite from beginning with all that is withheld, or all of a unit: little of it is to be looked at again.
    sql`+${replies.publication} = 'withheld'`,
    unit === undefined ? undefined : sql`+${assignments.unitCode} = ${unit}`,
  );
}

/** Replies withheld until they are looked at again (条例 Art. 18), those due first. */
export async function listDisclosureReviewRows(reader: Reader, unit: string | undefined, { start, limit }: Walk) {
  const key = sql<string>`${disclosures.reviewAgainOn}`;
  const order = { key, id: disclosures.assignmentId, descending: false };
  return await reader
    .select({
      ...matter,
      sortKey: key,
      sortId: assignments.id,
      mode: disclosures.mode,
      ground: disclosures.ground,
      reviewAgainOn: key,
    })
    .from(disclosures)
    .innerJoin(
      replies,
      and(eq(replies.assignmentId, disclosures.assignmentId), eq(replies.liveEdition, disclosures.edition)),
    )
    .innerJoin(assignments, eq(assignments.id, disclosures.assignmentId))
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .where(and(isWithheld(unit), afterStart(order, start)))
    .orderBy(...inOrder(order))
    .limit(limit);
}

const reviewsOf = (reader: Reader) =>
  reader
    .select()
    .from(disclosureReviews)
    .where(eq(disclosureReviews.assignmentId, sql.placeholder("assignmentId")))
    .orderBy(disclosureReviews.seq)
    .prepare();

/** Every time that a withheld reply was looked at again, first to last. */
export async function listReviewsOf(
  reader: Reader,
  assignmentId: string,
): Promise<(typeof disclosureReviews.$inferSelect)[]> {
  return await prepareOnce(reader, reviewsOf).all({ assignmentId });
}

export async function countDisclosureReviewRows(reader: Reader, unit: string | undefined): Promise<number> {
  const row = await reader
    .select({ count: sql<number>`count(*)` })
    .from(disclosures)
    .innerJoin(
      replies,
      and(eq(replies.assignmentId, disclosures.assignmentId), eq(replies.liveEdition, disclosures.edition)),
    )
    .innerJoin(assignments, eq(assignments.id, disclosures.assignmentId))
    .where(isWithheld(unit))
    .get();
  return row?.count ?? 0;
}

export type EmergencyRow = Awaited<ReturnType<typeof listEmergencyRows>>[number];

/** Debts first, each group by time. */
const debtKey = sql<string>`(${emergencies.countersignedAt} is not null) || ${emergencies.publishedAt}`;

/** Emergency publications: those that nobody has signed after first. */
export async function listEmergencyRows(reader: Reader, { start, limit }: Walk) {
  const id = sql<string>`${emergencies.assignmentId} || '/' || ${emergencies.edition}`;
  const order = { key: debtKey, id, descending: false };
  return await reader
    .select({
      ...matter,
      sortKey: debtKey,
      sortId: id,
      edition: emergencies.edition,
      reason: emergencies.reason,
      publishedBy: emergencies.publishedBy,
      publishedAt: emergencies.publishedAt,
      countersignedBy: emergencies.countersignedBy,
      countersignedAt: emergencies.countersignedAt,
    })
    .from(emergencies)
    .innerJoin(assignments, eq(assignments.id, emergencies.assignmentId))
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .where(afterStart(order, start))
    .orderBy(...inOrder(order))
    .limit(limit);
}

export async function countEmergencyRows(reader: Reader): Promise<number> {
  return await reader.$count(emergencies);
}

/** The publication that is still to be signed after, of one reply. */
export async function findEmergencyDebt(
  reader: Reader,
  assignmentId: string,
): Promise<typeof emergencies.$inferSelect | undefined> {
  return await reader
    .select()
    .from(emergencies)
    .where(and(eq(emergencies.assignmentId, assignmentId), isNull(emergencies.countersignedAt)))
    .orderBy(emergencies.edition)
    .limit(1)
    .get();
}
