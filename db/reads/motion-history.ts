import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, gt, gte, inArray, lt, notLike, or, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { actors } from "../schema/actors.ts";
import { commitments } from "../schema/aftercare.ts";
import { audit } from "../schema/operations.ts";
import { units } from "../schema/units.ts";

export type HistoryScope = {
  readonly motionId: string;
  /** Only what concerns this unit's own part; undefined: everything. */
  readonly unit: string | undefined;
  /** Acts on the matter as a whole that such a unit may know of. */
  readonly shared: readonly string[];
  /** False where 会办意见 are not this reader's to know of. */
  readonly withOpinions: boolean;
};

/** Objects named after a motion: {entity}:{motion}.{unit}…, one range of the index each. "." is followed by "/". */
function startsWith(entity: string, id: string): SQL | undefined {
  return and(gte(audit.object, `${entity}:${id}.`), lt(audit.object, `${entity}:${id}/`));
}

async function listOwnCommitments(reader: Reader, motionId: string, unit: string): Promise<string[]> {
  const rows = await reader
    .select({ id: commitments.id })
    .from(commitments)
    .where(
      and(
        gte(commitments.id, `${motionId}.`),
        lt(commitments.id, `${motionId}/`),
        or(eq(commitments.ownerUnit, unit), eq(commitments.assignmentId, `${motionId}.${unit}`)),
      ),
    );
  return rows.map(({ id }) => `commitment:${id}`);
}

async function conditions(reader: Reader, scope: HistoryScope): Promise<SQL | undefined> {
  const { motionId, unit, shared, withOpinions } = scope;
  const opinions = withOpinions ? undefined : notLike(audit.action, "opinion.%");
  if (unit === undefined) {
    const parts = ["assignment", "reply", "commitment"].map((entity) => startsWith(entity, motionId));
    return and(or(eq(audit.object, `motion:${motionId}`), ...parts), opinions);
  }
  const own = [`assignment:${motionId}.${unit}`, `reply:${motionId}.${unit}`];
  const whole = and(eq(audit.object, `motion:${motionId}`), inArray(audit.action, [...shared]));
  return and(
    or(inArray(audit.object, [...own, ...(await listOwnCommitments(reader, motionId, unit))]), whole),
    opinions,
  );
}

export type HistoryRow = Awaited<ReturnType<typeof listHistoryRows>>[number];

export async function listHistoryRows(
  reader: Reader,
  scope: HistoryScope,
  page: { readonly after: number | undefined; readonly descending: boolean; readonly limit: number },
) {
  const beyond = page.descending ? lt : gt;
  return await reader
    .select({
      seq: audit.seq,
      at: audit.at,
      actorId: audit.actorId,
      role: actors.role,
      actorUnit: sql<string | null>`${units.shortName}`,
      action: audit.action,
      object: audit.object,
    })
    .from(audit)
    .leftJoin(actors, eq(actors.id, audit.actorId))
    .leftJoin(units, eq(units.code, actors.unitCode))
    .where(and(await conditions(reader, scope), page.after === undefined ? undefined : beyond(audit.seq, page.after)))
    .orderBy(page.descending ? desc(audit.seq) : asc(audit.seq))
    .limit(page.limit);
}

export async function countHistoryRows(reader: Reader, scope: HistoryScope): Promise<number> {
  return await reader.$count(audit, await conditions(reader, scope));
}
