import { and, eq, inArray, sql } from "drizzle-orm";
import type { ArchiveState } from "#domain/archive/archive-kinds.ts";
import type { Transaction } from "../open.ts";
import { archiveFiles, archives, ledgerResults } from "../schema/imports.ts";
import { assignments } from "../schema/motions.ts";

/** The same ledger again is the same archive. */
export async function putArchive(tx: Transaction, row: typeof archives.$inferInsert): Promise<void> {
  await tx.insert(archives).values(row).onConflictDoNothing();
}

export async function putArchiveFile(tx: Transaction, row: typeof archiveFiles.$inferInsert): Promise<void> {
  const { archiveId: _, fileHash: __, ...set } = row;
  await tx
    .insert(archiveFiles)
    .values(row)
    .onConflictDoUpdate({ target: [archiveFiles.archiveId, archiveFiles.fileHash], set });
}

/** Before a table takes parts of matters away: what the old ledger said of them. It is read anew with the table. */
export async function dropLedgerResults(tx: Transaction, motionIds: readonly string[]): Promise<void> {
  for (const motionId of motionIds) {
    const ids = tx.select({ id: assignments.id }).from(assignments).where(eq(assignments.motionId, motionId));
    await tx.delete(ledgerResults).where(inArray(ledgerResults.assignmentId, ids));
  }
}

const CHUNK = 400;

export async function putLedgerResults(
  tx: Transaction,
  rows: readonly (typeof ledgerResults.$inferInsert)[],
): Promise<void> {
  const { archiveId, row, classCode, mode, repliedOn, docNumber, link } = ledgerResults;
  const columns = { archiveId, row, classCode, mode, repliedOn, docNumber, link };
  const set = Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, sql.raw(`excluded.${column.name}`)]),
  );
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK);
    await tx.insert(ledgerResults).values(chunk).onConflictDoUpdate({ target: ledgerResults.assignmentId, set });
  }
}

export async function markReleased(tx: Transaction, archiveId: string, fileHash: string): Promise<void> {
  await tx
    .update(archiveFiles)
    .set({ state: "released" })
    .where(and(eq(archiveFiles.archiveId, archiveId), eq(archiveFiles.fileHash, fileHash)));
}

export async function changeArchive(
  tx: Transaction,
  id: string,
  patch: { readonly state: ArchiveState; readonly approvedBy: string; readonly approvedAt: string },
): Promise<void> {
  await tx
    .update(archives)
    .set({ ...patch, version: sql`${archives.version} + 1` })
    .where(eq(archives.id, id));
}
