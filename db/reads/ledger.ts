import type { Placeholder, SQL } from "drizzle-orm";
import { and, eq, sql } from "drizzle-orm";
import type { PublicationState } from "#domain/handling/states.ts";
import type { Reader } from "../open.ts";
import { inValues, prepareOnce } from "../prepare-once.ts";
import { assignments, motions } from "../schema/motions.ts";
import { disclosures, editions, replies, returns } from "../schema/replies.ts";
import { units } from "../schema/units.ts";
import { readLedgerPage } from "./ledger-page.ts";
import type { LedgerFilter, LedgerWalk } from "./ledger-query.ts";

/** The ledger (台账): every assignment with what a list of them shows. */

const publication = sql<PublicationState>`coalesce(${replies.publication}, 'unpublished')`;

/** Late is a fact of the day asked; joint units owe no reply of their own. */
function isOverdue(today: string | Placeholder): SQL<boolean> {
  return sql<boolean>`coalesce(${assignments.dueOn} < ${today} and ${assignments.state} not in ('replied', 'closed', 'withdrawn', 'pre_assigned') and ${assignments.role} <> 'joint', 0)`;
}

function columns(today: string | Placeholder) {
  return {
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
    mode: disclosures.mode,
    /** Sent back and not yet sent on again. */
    returned:
      sql<boolean>`coalesce(${editions.state} = 'draft' and exists (select 1 from ${returns} where ${returns.assignmentId} = ${assignments.id} and ${returns.edition} = ${editions.number}), 0)`.mapWith(
        Boolean,
      ),
  };
}

function select(reader: Reader, today: string | Placeholder) {
  const worked = sql`coalesce(${replies.draftEdition}, ${replies.liveEdition})`;
  return reader
    .select(columns(today))
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .leftJoin(replies, eq(replies.assignmentId, assignments.id))
    .leftJoin(editions, and(eq(editions.assignmentId, assignments.id), eq(editions.number, worked)))
    .leftJoin(disclosures, and(eq(disclosures.assignmentId, assignments.id), eq(disclosures.edition, worked)));
}

export type LedgerRow = Awaited<ReturnType<typeof listRows>>[number];

const rowsOf = (reader: Reader) =>
  select(reader, sql.placeholder("today")).where(inValues(assignments.id, "ids")).prepare();

async function listRows(reader: Reader, ids: readonly string[], today: string) {
  return ids.length === 0 ? [] : await prepareOnce(reader, rowsOf).all({ today, ids: JSON.stringify(ids) });
}

/** One page of the ledger in its order. `today`: YYYY-MM-DD, the day on which lateness is judged. */
export async function listLedger(reader: Reader, filter: LedgerFilter, walk: LedgerWalk, today: string) {
  const { rows: keys, total, exact } = await readLedgerPage(reader, filter, walk, today);
  const found = await listRows(
    reader,
    keys.map(({ id }) => id),
    today,
  );
  const details = new Map(found.map((row) => [row.id, row]));
  const rows = keys.flatMap(({ id, key }) => {
    const row = details.get(id);
    return row ? [{ ...row, sortKey: key, sortId: id }] : [];
  });
  return { rows, total, exact };
}

export async function findLedgerRow(reader: Reader, id: string, today: string): Promise<LedgerRow | undefined> {
  return await select(reader, today).where(eq(assignments.id, id)).get();
}
