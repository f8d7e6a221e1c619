import type { SQL } from "drizzle-orm";
import { and, eq, sql } from "drizzle-orm";
import type { AssignmentState, PublicationState } from "#domain/handling/states.ts";
import type { AssignmentRole } from "#domain/motion/campaign.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { assignments, motions } from "../schema/motions.ts";
import { editions, replies } from "../schema/replies.ts";
import { units } from "../schema/units.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";

/** The ledger (台账): every assignment with what a list of them shows. */

export type LedgerFilter = {
  readonly campaign?: string | undefined;
  readonly kind?: MotionKind | undefined;
  readonly motion?: string | undefined;
  readonly state?: AssignmentState | undefined;
  readonly unit?: string | undefined;
  readonly role?: AssignmentRole | undefined;
  readonly publication?: PublicationState | undefined;
  readonly keyItem?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  /** Part of the title. */
  readonly q?: string | undefined;
};

export const LEDGER_SORTS = ["dueOn", "number", "unit"] as const;
export type LedgerSort = (typeof LEDGER_SORTS)[number];

const publication = sql<PublicationState>`coalesce(${replies.publication}, 'unpublished')`;

/** Late is a fact of the day asked; joint units owe no reply of their own. */
function isOverdue(today: string): SQL<boolean> {
  return sql<boolean>`coalesce(${assignments.dueOn} < ${today} and ${assignments.state} not in ('replied', 'closed', 'withdrawn', 'pre_assigned') and ${assignments.role} <> 'joint', 0)`;
}

/** 建议 before 提案, items of the session before those between sessions, then by number. */
const numberKey = sql<string>`printf('%s/%d%d%05d', ${motions.campaignId}, ${motions.kind} <> 'suggestion', ${motions.betweenSessions}, ${motions.number})`;

const SORT_KEYS: Readonly<Record<LedgerSort, SQL<string>>> = {
  // Without a date: after every date.
  dueOn: sql<string>`coalesce(${assignments.dueOn}, '9999-12-31')`,
  number: numberKey,
  unit: sql<string>`printf('%05d', ${units.position})`,
};

function columns(sort: LedgerSort, today: string) {
  return {
    sortKey: SORT_KEYS[sort],
    sortId: assignments.id,
    id: assignments.id,
    version: assignments.version,
    role: assignments.role,
    state: assignments.state,
    dueOn: assignments.dueOn,
    signedAt: assignments.signedAt,
    overdue: isOverdue(today).mapWith(Boolean),
    campaignId: assignments.campaignId,
    motionId: motions.id,
    kind: motions.kind,
    number: motions.number,
    betweenSessions: motions.betweenSessions,
    title: motions.title,
    keyItem: motions.keyItem,
    unitCode: units.code,
    unitName: units.shortName,
    publication,
    editionState: editions.state,
    classCode: editions.classCode,
  };
}

function select(reader: Reader, sort: LedgerSort, today: string) {
  const worked = sql`coalesce(${replies.draftEdition}, ${replies.liveEdition})`;
  return reader
    .select(columns(sort, today))
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .leftJoin(replies, eq(replies.assignmentId, assignments.id))
    .leftJoin(editions, and(eq(editions.assignmentId, assignments.id), eq(editions.number, worked)));
}

export type LedgerRow = Awaited<ReturnType<typeof listLedger>>[number];

function conditions(filter: LedgerFilter, today: string): SQL | undefined {
  const { campaign, kind, motion, state, unit, role, keyItem, overdue, q } = filter;
  return and(
    campaign === undefined ? undefined : eq(assignments.campaignId, campaign),
    kind && eq(motions.kind, kind),
    motion === undefined ? undefined : eq(assignments.motionId, motion),
    state && eq(assignments.state, state),
    unit === undefined ? undefined : eq(assignments.unitCode, unit),
    role && eq(assignments.role, role),
    filter.publication && eq(publication, filter.publication),
    keyItem === undefined ? undefined : eq(motions.keyItem, keyItem),
    overdue === undefined ? undefined : eq(isOverdue(today), overdue ? 1 : 0),
    // instr, not like: what is sought may hold % and _.
    q === undefined ? undefined : sql`instr(lower(${motions.title}), lower(${q})) > 0`,
  );
}

export type LedgerOrder = { readonly sort: LedgerSort; readonly descending: boolean };

export async function listLedger(
  reader: Reader,
  filter: LedgerFilter,
  page: LedgerOrder & { readonly start: KeysetStart | undefined; readonly limit: number },
  today: string,
) {
  const order = { key: SORT_KEYS[page.sort], id: assignments.id, descending: page.descending };
  return await select(reader, page.sort, today)
    .where(and(conditions(filter, today), afterStart(order, page.start)))
    .orderBy(...inOrder(order))
    .limit(page.limit);
}

export async function countLedger(reader: Reader, filter: LedgerFilter, today: string): Promise<number> {
  const row = await reader
    .select({ count: sql<number>`count(*)` })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .leftJoin(replies, eq(replies.assignmentId, assignments.id))
    .where(conditions(filter, today))
    .get();
  return row?.count ?? 0;
}

export async function findLedgerRow(reader: Reader, id: string, today: string): Promise<LedgerRow | undefined> {
  return await select(reader, "number", today).where(eq(assignments.id, id)).get();
}
