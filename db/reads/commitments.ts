import type { SQL } from "drizzle-orm";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { CommitmentState } from "#domain/commitment/commitment-kinds.ts";
import type { Reader } from "../open.ts";
import { commitmentEvents, commitments } from "../schema/aftercare.ts";
import { dueOrder, unitOfPart } from "../schema/columns.ts";
import { assignments, motions } from "../schema/motions.ts";
import { units } from "../schema/units.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart } from "./keyset.ts";

export type CommitmentEventRow = typeof commitmentEvents.$inferSelect;

export type CommitmentFilter = {
  readonly assignment?: string | undefined;
  /** Owner, or lead of the reply that promised. */
  readonly unit?: string | undefined;
  readonly state?: CommitmentState | undefined;
};

const sortKey = dueOrder(commitments.dueOn);
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

function conditions({ assignment, state }: CommitmentFilter): SQL | undefined {
  return and(
    assignment === undefined ? undefined : eq(commitments.assignmentId, assignment),
    state && eq(commitments.state, state),
  );
}

type Walk = { readonly start: KeysetStart | undefined; readonly limit: number };
const order = { key: sortKey, id: commitments.id, descending: false };

/** Ids of a page. What a unit owns, and what it promised and another owns, are two lists: the first rows of each are merged. */
export function commitmentPageQuery(filter: CommitmentFilter, { start, limit }: Walk): SQL {
  const page = (unit?: SQL) => {
    const where = and(unit, conditions(filter), afterStart(order, start));
    return sql`select ${commitments.id} as id, ${sortKey} as key from ${commitments} ${where ? sql`where ${where}` : sql``}
      order by ${sortKey}, ${commitments.id} limit ${limit}`;
  };
  if (filter.unit === undefined) return page();
  const { owned, led } = ofUnit(filter.unit);
  return sql`/* gathered */ select * from (${page(owned)}) union all select * from (${page(led)}) order by key, id limit ${limit}`;
}

function ofUnit(unit: string) {
  const owned = eq(commitments.ownerUnit, unit);
  return { owned, led: sql`${unitOfPart(commitments.assignmentId)} = ${unit} and not ${owned}` };
}

export async function listCommitments(reader: Reader, filter: CommitmentFilter, walk: Walk) {
  const ids = await reader.all<{ id: string }>(commitmentPageQuery(filter, walk));
  if (ids.length === 0) return [];
  const rows = await select(reader).where(
    inArray(
      commitments.id,
      ids.map(({ id }) => id),
    ),
  );
  const found = new Map(rows.map((row) => [row.sortId, row]));
  return ids.flatMap(({ id }) => found.get(id) ?? []);
}

export async function countCommitments(reader: Reader, filter: CommitmentFilter): Promise<number> {
  const where = conditions(filter);
  if (filter.unit === undefined) return await reader.$count(commitments, where);
  const { owned, led } = ofUnit(filter.unit);
  const counts = [and(owned, where), and(led, where)].map(async (part) => await reader.$count(commitments, part));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
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
