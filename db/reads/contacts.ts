import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { contactWaivers, contacts } from "../schema/handling.ts";

export type ContactRow = typeof contacts.$inferSelect;
export type ContactWaiverRow = typeof contactWaivers.$inferSelect;

export async function listContacts(reader: Reader, assignmentId: string): Promise<ContactRow[]> {
  return await reader
    .select()
    .from(contacts)
    .where(eq(contacts.assignmentId, assignmentId))
    .orderBy(asc(contacts.heldOn), asc(contacts.seq));
}

export async function findContact(reader: Reader, assignmentId: string, seq: number): Promise<ContactRow | undefined> {
  return await reader
    .select()
    .from(contacts)
    .where(and(eq(contacts.assignmentId, assignmentId), eq(contacts.seq, seq)))
    .get();
}

/** Why there was no 面商; undefined where no reason was recorded. */
export async function findContactWaiver(reader: Reader, assignmentId: string): Promise<ContactWaiverRow | undefined> {
  return await reader.select().from(contactWaivers).where(eq(contactWaivers.assignmentId, assignmentId)).get();
}
