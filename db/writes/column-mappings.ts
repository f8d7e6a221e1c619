import { inArray } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { columnMappings, privateContacts } from "../schema/imports.ts";

export async function putColumnMapping(tx: Transaction, row: typeof columnMappings.$inferInsert): Promise<void> {
  const { signature: _, ...set } = row;
  await tx.insert(columnMappings).values(row).onConflictDoUpdate({ target: columnMappings.signature, set });
}

/** Keeps a contact of a deputy for the gate; one that is there stays. */
export async function putPrivateContact(tx: Transaction, row: typeof privateContacts.$inferInsert): Promise<void> {
  await tx.insert(privateContacts).values(row).onConflictDoNothing();
}

export async function dropPrivateContacts(tx: Transaction, contacts: readonly string[]): Promise<void> {
  await tx.delete(privateContacts).where(inArray(privateContacts.contact, [...contacts]));
}
