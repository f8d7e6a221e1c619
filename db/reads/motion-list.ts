import type { SQL } from "drizzle-orm";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { motionOrder } from "../schema/columns.ts";
import { motionCells } from "../schema/ledger.ts";
import { motions } from "../schema/motions.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";
import { FEW, readLedgerPage } from "./ledger-page.ts";
import { planTextSearch } from "./motion-text.ts";

export type MotionFilter = {
  readonly campaign?: string | undefined;
  readonly kind?: MotionKind | undefined;
  readonly keyItem?: boolean | undefined;
  /** Motions in which this unit has a part. */
  readonly unit?: string | undefined;
  /** Part of the title, or of the number. */
  readonly q?: string | undefined;
};
export type MotionWalk = {
  readonly descending: boolean;
  readonly start: KeysetStart | undefined;
  readonly limit: number;
};

const sortKey = motionOrder(motions);

/** The part of the order that a year and a kind take: the index of the order is walked between its ends. */
function inOrderOf({ campaign, kind }: MotionFilter): SQL | undefined {
  if (campaign === undefined) return kind && eq(motions.kind, kind);
  const prefix = kind === undefined ? `${campaign}/` : `${campaign}/${kind === "suggestion" ? 0 : 1}`;
  return and(sql`${sortKey} >= ${prefix}`, sql`${sortKey} < ${`${prefix}\u{10FFFF}`}`);
}

/** How to find the motions: ids of few of them (a select), or undefined where the order is walked. */
type Plan = { readonly ids?: SQL | undefined; readonly holds?: SQL | undefined };

function toConditions({ ids, holds }: Plan, filter: MotionFilter): SQL | undefined {
  const { keyItem } = filter;
  return and(
    ids && sql`${motions.id} in (${ids})`,
    inOrderOf(filter),
    keyItem === undefined ? undefined : eq(motions.keyItem, keyItem),
    holds,
  );
}

async function countCells(reader: Reader, { campaign, kind, keyItem }: MotionFilter): Promise<number> {
  const row = await reader
    .select({ count: sql<number>`coalesce(sum(${motionCells.count}), 0)` })
    .from(motionCells)
    .where(
      and(
        campaign === undefined ? undefined : eq(motionCells.campaignId, campaign),
        kind && eq(motionCells.kind, kind),
        keyItem === undefined ? undefined : eq(motionCells.keyItem, keyItem),
      ),
    )
    .get();
  return row?.count ?? 0;
}

type Found = { readonly where: SQL | undefined; readonly total: number; readonly exact: boolean };

/** Of a text that stands in very many, the newest; unless the other filters leave few motions to look through. */
async function findText(reader: Reader, filter: MotionFilter, q: string, few: number): Promise<Found> {
  const search = await planTextSearch(reader, q, filter.campaign, few);
  const isLookedThrough = search.exact || (await countCells(reader, filter)) > few;
  const plan = isLookedThrough ? { ids: search.candidates } : { holds: search.holds(motions.id, motions.campaignId) };
  const where = toConditions(plan, filter);
  return { where, total: await reader.$count(motions, where), exact: !isLookedThrough || search.exact };
}

async function find(reader: Reader, filter: MotionFilter, few: number): Promise<Found> {
  if (filter.q !== undefined) return await findText(reader, filter, filter.q, few);
  return { where: toConditions({}, filter), total: await countCells(reader, filter), exact: true };
}

function select(reader: Reader) {
  return reader
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
    .from(motions);
}

export type MotionListRow = Awaited<ReturnType<typeof select>>[number];
type MotionPage = { readonly rows: MotionListRow[]; readonly total: number; readonly exact: boolean };

/** Of those that a unit has a part in, the ledger tells: it has one part in a motion, named {motion}.{unit}. */
async function listOfUnit(
  reader: Reader,
  { unit, ...filter }: MotionFilter,
  walk: MotionWalk,
  few: typeof FEW,
): Promise<MotionPage> {
  const start = walk.start && { key: walk.start.key, id: `${walk.start.id}.${unit}` };
  const page = await readLedgerPage(reader, { ...filter, unit }, { ...walk, sort: "number", start }, "", few);
  const ids = page.rows.map(({ id }) => id.slice(0, id.indexOf(".")));
  const rows = ids.length === 0 ? [] : await select(reader).where(inArray(motions.id, ids));
  const found = new Map(rows.map((row) => [row.id, row]));
  return { ...page, rows: ids.flatMap((id) => found.get(id) ?? []) };
}

/** A page by number. `exact` false: the newest that hold a common text; there may be more. */
export async function listMotionRows(
  reader: Reader,
  filter: MotionFilter,
  walk: MotionWalk,
  few = FEW,
): Promise<MotionPage> {
  if (filter.unit !== undefined) return await listOfUnit(reader, filter, walk, few);
  const { where, total, exact } = await find(reader, filter, few.motions);
  const order = { key: sortKey, id: motions.id, descending: walk.descending };
  const rows = await select(reader)
    .where(and(where, afterStart(order, walk.start)))
    .orderBy(...inOrder(order))
    .limit(walk.limit);
  return { rows, total, exact };
}
