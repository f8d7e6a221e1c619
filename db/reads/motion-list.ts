import type { SQL } from "drizzle-orm";
import { and, asc, eq, sql } from "drizzle-orm";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { sittings } from "../schema/campaigns.ts";
import { assignments, motions, proposers } from "../schema/motions.ts";
import { units } from "../schema/units.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";

export type MotionFilter = {
  readonly campaign?: string | undefined;
  readonly kind?: MotionKind | undefined;
  readonly keyItem?: boolean | undefined;
  /** Motions in which this unit has a part. */
  readonly unit?: string | undefined;
  readonly q?: string | undefined;
};

const sortKey = sql<string>`printf('%s/%d%d%05d', ${motions.campaignId}, ${motions.kind} <> 'suggestion', ${motions.betweenSessions}, ${motions.number})`;

function isPartOf(unit: string): SQL {
  return sql`exists (select 1 from ${assignments} where ${assignments.motionId} = ${motions.id} and ${assignments.unitCode} = ${unit})`;
}

function conditions({ campaign, kind, keyItem, unit, q }: MotionFilter): SQL | undefined {
  return and(
    campaign === undefined ? undefined : eq(motions.campaignId, campaign),
    kind && eq(motions.kind, kind),
    keyItem === undefined ? undefined : eq(motions.keyItem, keyItem),
    unit === undefined ? undefined : isPartOf(unit),
    q === undefined ? undefined : sql`instr(lower(${motions.title}), lower(${q})) > 0`,
  );
}

export type MotionListRow = Awaited<ReturnType<typeof listMotionRows>>[number];

export async function listMotionRows(
  reader: Reader,
  filter: MotionFilter,
  page: { readonly descending: boolean; readonly start: KeysetStart | undefined; readonly limit: number },
) {
  const order = { key: sortKey, id: motions.id, descending: page.descending };
  return await reader
    .select({
      sortKey,
      sortId: motions.id,
      id: motions.id,
      campaignId: motions.campaignId,
      kind: motions.kind,
      number: motions.number,
      betweenSessions: motions.betweenSessions,
      title: motions.title,
      category: motions.category,
      topicSlug: motions.topicSlug,
      keyItem: motions.keyItem,
      assignedOn: motions.assignedOn,
      dueOn: motions.dueOn,
    })
    .from(motions)
    .where(and(conditions(filter), afterStart(order, page.start)))
    .orderBy(...inOrder(order))
    .limit(page.limit);
}

export async function countMotionRows(reader: Reader, filter: MotionFilter): Promise<number> {
  return await reader.$count(motions, conditions(filter));
}

/** A motion with its sitting, filers and everyone's part in it. */
export async function findMotionDetail(reader: Reader, id: string) {
  const head = await reader
    .select({ motion: motions, sitting: { id: sittings.id, name: sittings.name, shortName: sittings.shortName } })
    .from(motions)
    .innerJoin(sittings, eq(sittings.id, motions.sittingId))
    .where(eq(motions.id, id))
    .get();
  if (!head) return undefined;
  const names = await reader
    .select({ name: proposers.name })
    .from(proposers)
    .where(eq(proposers.motionId, id))
    .orderBy(asc(proposers.position));
  const parts = await reader
    .select({
      id: assignments.id,
      role: assignments.role,
      state: assignments.state,
      unitCode: units.code,
      unitName: units.shortName,
    })
    .from(assignments)
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .where(eq(assignments.motionId, id))
    .orderBy(asc(assignments.position));
  return { ...head, proposers: names.map((row) => row.name), parts };
}
export type MotionDetail = NonNullable<Awaited<ReturnType<typeof findMotionDetail>>>;
