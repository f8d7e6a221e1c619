import type { SQL } from "drizzle-orm";
import { and, asc, eq, or, sql } from "drizzle-orm";
import type { CommitmentState } from "#domain/commitment/commitment-kinds.ts";
import type { Reader } from "../open.ts";
import { commitmentEvents, commitments } from "../schema/aftercare.ts";
import { assignments, motions } from "../schema/motions.ts";
import { units } from "../schema/units.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";

export type CommitmentEventRow = typeof commitmentEvents.$inferSelect;

export type CommitmentFilter = {
  readonly assignment?: string | undefined;
  /** Owner, or lead of the reply that promised. */
  readonly unit?: string | undefined;
  readonly state?: CommitmentState | undefined;
};

/** Without a date: after every date. */
const sortKey = sql<string>`coalesce(${commitments.dueOn}, '9999-12-31')`;
/** The day on which an approved report says it was kept. */
const keptOn = sql<string | null>`(select happened_on from commitment_events as kept
  where kept.commitment_id = ${commitments.id} and kept.kind = 'kept' and kept.approved_at is not null
  order by kept.seq desc limit 1)`;

function select(reader: Reader) {
  return reader
    .select({
      sortKey,
      sortId: commitments.id,
      commitment: commitments,
      keptOn,
      unitCode: assignments.unitCode,
      motionId: motions.id,
      title: motions.title,
      ownerName: units.shortName,
    })
    .from(commitments)
    .innerJoin(assignments, eq(assignments.id, commitments.assignmentId))
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(units, eq(units.code, commitments.ownerUnit));
}

export type CommitmentRow = Awaited<ReturnType<typeof listCommitments>>[number];

function conditions({ assignment, unit, state }: CommitmentFilter): SQL | undefined {
  return and(
    assignment === undefined ? undefined : eq(commitments.assignmentId, assignment),
    unit === undefined ? undefined : or(eq(commitments.ownerUnit, unit), eq(assignments.unitCode, unit)),
    state && eq(commitments.state, state),
  );
}

export async function listCommitments(
  reader: Reader,
  filter: CommitmentFilter,
  { start, limit }: { readonly start: KeysetStart | undefined; readonly limit: number },
) {
  const order = { key: sortKey, id: commitments.id, descending: false };
  return await select(reader)
    .where(and(conditions(filter), afterStart(order, start)))
    .orderBy(...inOrder(order))
    .limit(limit);
}

export async function countCommitments(reader: Reader, filter: CommitmentFilter): Promise<number> {
  const row = await reader
    .select({ count: sql<number>`count(*)` })
    .from(commitments)
    .innerJoin(assignments, eq(assignments.id, commitments.assignmentId))
    .where(conditions(filter))
    .get();
  return row?.count ?? 0;
}

export async function findCommitment(reader: Reader, id: string): Promise<CommitmentRow | undefined> {
  return await select(reader).where(eq(commitments.id, id)).get();
}

/** What was reported of one commitment, first to latest. */
export async function listCommitmentEvents(reader: Reader, commitmentId: string): Promise<CommitmentEventRow[]> {
  return await reader
    .select()
    .from(commitmentEvents)
    .where(eq(commitmentEvents.commitmentId, commitmentId))
    .orderBy(asc(commitmentEvents.seq));
}
