import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { audit } from "../schema/operations.ts";

export type AuditRow = typeof audit.$inferSelect;

const lastRow = (reader: Reader) =>
  reader.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1).prepare();

export async function findAuditHead(reader: Reader): Promise<{ seq: number; hash: string } | undefined> {
  return await prepareOnce(reader, lastRow).get();
}

export async function isInAudit(reader: Reader, { seq, hash }: { seq: number; hash: string }): Promise<boolean> {
  return (await reader.$count(audit, and(eq(audit.seq, seq), eq(audit.hash, hash)))) === 1;
}

/** Rows after `seq`, in order, `limit` at most. */
export async function listAuditAfter(reader: Reader, seq: number, limit: number): Promise<AuditRow[]> {
  return await reader.select().from(audit).where(gt(audit.seq, seq)).orderBy(asc(audit.seq)).limit(limit);
}
