import { lt, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { securityEvents } from "../schema/accounts.ts";

type Row = typeof securityEvents.$inferInsert;

/** One more of the same in the same hour: counted; otherwise a new row. */
export async function addSecurityEvent(tx: Transaction, row: Omit<Row, "id" | "firstAt">): Promise<void> {
  const { hour, actorId, kind, network, target, count } = securityEvents;
  await tx
    .insert(securityEvents)
    .values({ ...row, firstAt: row.lastAt })
    .onConflictDoUpdate({
      target: [hour, actorId, kind, network, target],
      set: { count: sql`${count} + ${row.count}`, lastAt: row.lastAt },
    });
}

/** Forgets what is older than the hour. */
export async function purgeSecurityEvents(tx: Transaction, beforeHour: string): Promise<void> {
  await tx.delete(securityEvents).where(lt(securityEvents.hour, beforeHour));
}
