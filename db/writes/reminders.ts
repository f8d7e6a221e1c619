import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { reminders } from "../schema/aftercare.ts";
import { assignments } from "../schema/motions.ts";

export async function insertReminder(tx: Transaction, row: typeof reminders.$inferInsert): Promise<void> {
  await tx.insert(reminders).values(row);
}

/** Marks those of the named reminders that are this unit's and unread. Returns their ids. */
export async function markRemindersRead(
  tx: Transaction,
  unitCode: string,
  ids: readonly string[],
  readAt: string,
): Promise<string[]> {
  const own = tx.select({ id: assignments.id }).from(assignments).where(eq(assignments.unitCode, unitCode));
  const unread = and(inArray(reminders.id, [...ids]), inArray(reminders.assignmentId, own), isNull(reminders.readAt));
  const rows = await tx.update(reminders).set({ readAt }).where(unread).returning({ id: reminders.id });
  return rows.map((row) => row.id);
}
