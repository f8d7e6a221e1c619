import { and, eq, max } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { contactWaivers, contacts } from "../schema/handling.ts";

type ContactInsert = typeof contacts.$inferInsert;

/** Returns the number given. */
export async function insertContact(tx: Transaction, row: Omit<ContactInsert, "seq">): Promise<number> {
  const last = await tx
    .select({ seq: max(contacts.seq) })
    .from(contacts)
    .where(eq(contacts.assignmentId, row.assignmentId))
    .get();
  const seq = (last?.seq ?? 0) + 1;
  await tx.insert(contacts).values({ ...row, seq });
  return seq;
}

const named = (assignmentId: string, seq: number) =>
  and(eq(contacts.assignmentId, assignmentId), eq(contacts.seq, seq));

export async function updateContact(
  tx: Transaction,
  assignmentId: string,
  seq: number,
  patch: Partial<Omit<ContactInsert, "assignmentId" | "seq">>,
): Promise<void> {
  await tx.update(contacts).set(patch).where(named(assignmentId, seq));
}

export async function deleteContactRow(tx: Transaction, assignmentId: string, seq: number): Promise<void> {
  await tx.delete(contacts).where(named(assignmentId, seq));
}

export async function putContactWaiver(tx: Transaction, row: typeof contactWaivers.$inferInsert): Promise<void> {
  const { reason, waivedBy, waivedAt } = row;
  await tx
    .insert(contactWaivers)
    .values(row)
    .onConflictDoUpdate({ target: contactWaivers.assignmentId, set: { reason, waivedBy, waivedAt } });
}
