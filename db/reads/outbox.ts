import { and, asc, isNull, lte } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { outbox } from "../schema/aftercare.ts";

export type OutboxRow = typeof outbox.$inferSelect;

/** What is to be tried by now, longest waiting first. */
export async function listOutboxDue(reader: Reader, now: string, limit: number): Promise<OutboxRow[]> {
  return await reader
    .select()
    .from(outbox)
    .where(and(isNull(outbox.deliveredAt), isNull(outbox.failedAt), lte(outbox.nextAt, now)))
    .orderBy(asc(outbox.nextAt), asc(outbox.id))
    .limit(limit);
}
