import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, inArray, isNotNull, notExists, notInArray, or, sql } from "drizzle-orm";
import type { ArchiveFileState } from "#domain/archive/archive-kinds.ts";
import type { Matter } from "#domain/archive/match-letter.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { archiveFiles, archives, ledgerResults } from "../schema/imports.ts";
import { assignments, motions } from "../schema/motions.ts";
import { editions, replies } from "../schema/replies.ts";
import { units } from "../schema/units.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";

export type ArchiveRow = typeof archives.$inferSelect;
export type ArchiveFileRow = typeof archiveFiles.$inferSelect;
export type LedgerResultRow = typeof ledgerResults.$inferSelect;

export async function findArchive(reader: Reader, id: string): Promise<ArchiveRow | undefined> {
  return await reader.select().from(archives).where(eq(archives.id, id)).get();
}

const MOST = 200;

/** Newest first; an office has one for each year and kind. */
export async function listArchiveRows(reader: Reader): Promise<ArchiveRow[]> {
  return await reader.select().from(archives).orderBy(desc(archives.startedAt), asc(archives.id)).limit(MOST);
}

export async function findArchiveFile(
  reader: Reader,
  archiveId: string,
  fileHash: string,
): Promise<ArchiveFileRow | undefined> {
  const own = and(eq(archiveFiles.archiveId, archiveId), eq(archiveFiles.fileHash, fileHash));
  return await reader.select().from(archiveFiles).where(own).get();
}

/** How many letters stand in each state. */
export async function countArchiveFiles(reader: Reader, archiveId: string): Promise<Map<ArchiveFileState, number>> {
  const rows = await reader
    .select({ state: archiveFiles.state, count: sql<number>`count(*)` })
    .from(archiveFiles)
    .where(eq(archiveFiles.archiveId, archiveId))
    .groupBy(archiveFiles.state);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

export type ArchiveFileFilter = { readonly archiveId: string; readonly state?: ArchiveFileState | undefined };

function ofFilter({ archiveId, state }: ArchiveFileFilter): SQL | undefined {
  return and(eq(archiveFiles.archiveId, archiveId), state && eq(archiveFiles.state, state));
}

/** By name of file. */
export async function listArchiveFileRows(
  reader: Reader,
  filter: ArchiveFileFilter,
  page: { readonly start: KeysetStart | undefined; readonly limit: number },
): Promise<(ArchiveFileRow & { sortKey: string; sortId: string })[]> {
  const order = { key: archiveFiles.fileName, id: archiveFiles.fileHash, descending: false };
  const rows = await reader
    .select()
    .from(archiveFiles)
    .where(and(ofFilter(filter), afterStart(order, page.start)))
    .orderBy(...inOrder(order))
    .limit(page.limit);
  return rows.map((row) => ({ ...row, sortKey: row.fileName, sortId: row.fileHash }));
}

export async function countArchiveFileRows(reader: Reader, filter: ArchiveFileFilter): Promise<number> {
  return await reader.$count(archiveFiles, ofFilter(filter));
}

export async function listMattersToMatch(reader: Reader, campaignId: string, kind: MotionKind): Promise<Matter[]> {
  return await reader
    .select({
      id: motions.id,
      kind: motions.kind,
      number: motions.number,
      betweenSessions: motions.betweenSessions,
      title: motions.title,
    })
    .from(motions)
    .where(and(eq(motions.campaignId, campaignId), eq(motions.kind, kind)));
}

export async function listLedgerResults(reader: Reader, archiveId: string): Promise<LedgerResultRow[]> {
  return await reader
    .select()
    .from(ledgerResults)
    .where(eq(ledgerResults.archiveId, archiveId))
    .orderBy(asc(ledgerResults.row));
}

/** Was any part of this year and kind taken up in this system, other than by a letter of an archive? */
export async function hasLiveHandling(reader: Reader, campaignId: string, kind: MotionKind): Promise<boolean> {
  const ofArchive = reader
    .select({ one: sql`1` })
    .from(archiveFiles)
    .where(and(eq(archiveFiles.assignmentId, assignments.id), isNotNull(archiveFiles.contentHash)));
  const row = await reader
    .select({ id: assignments.id })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .where(
      and(
        eq(motions.campaignId, campaignId),
        eq(motions.kind, kind),
        notInArray(assignments.state, ["pre_assigned", "assigned", "withdrawn"]),
        notExists(ofArchive),
      ),
    )
    .limit(1)
    .get();
  return row !== undefined;
}

/** Letters that wait and that this person brought or wrote in: for somebody else to let go. */
export async function listOwnWaiting(reader: Reader, archiveId: string, actorId: string): Promise<string[]> {
  const wrote = sql`exists (select 1 from json_each(${editions.editors}) where value = ${actorId})`;
  const rows = await reader
    .select({ fileHash: archiveFiles.fileHash })
    .from(archiveFiles)
    .innerJoin(editions, and(eq(editions.assignmentId, archiveFiles.assignmentId), eq(editions.number, 1)))
    .where(
      and(
        eq(archiveFiles.archiveId, archiveId),
        eq(archiveFiles.state, "stored"),
        or(eq(editions.submittedBy, actorId), wrote),
      ),
    );
  return rows.map(({ fileHash }) => fileHash);
}

/** Assignments of a year that owe an answer, as the letters of an archive look for them. */
export async function listOwing(reader: Reader, campaignId: string, kind: MotionKind) {
  return await reader
    .select({ id: assignments.id, motionId: assignments.motionId, unitCode: assignments.unitCode })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .where(
      and(
        eq(motions.campaignId, campaignId),
        eq(motions.kind, kind),
        inArray(assignments.role, ["lead", "separate"]),
        notInArray(assignments.state, ["pre_assigned", "objected", "withdrawn"]),
      ),
    )
    .orderBy(asc(assignments.motionId), asc(assignments.position));
}

/** Of those, the ones for which no letter has come. */
export async function listUnanswered(
  reader: Reader,
  campaignId: string,
  kind: MotionKind,
): Promise<{ id: string; number: number; betweenSessions: boolean; title: string; unit: string }[]> {
  const answered = reader
    .select({ one: sql`1` })
    .from(replies)
    .where(eq(replies.assignmentId, assignments.id));
  return await reader
    .select({
      id: assignments.id,
      number: motions.number,
      betweenSessions: motions.betweenSessions,
      title: motions.title,
      unit: units.shortName,
    })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .where(
      and(
        eq(motions.campaignId, campaignId),
        eq(motions.kind, kind),
        inArray(assignments.role, ["lead", "separate"]),
        notExists(answered),
      ),
    )
    .orderBy(asc(motions.betweenSessions), asc(motions.number), asc(assignments.position));
}
