import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { privateContacts } from "../schema/imports.ts";
import { gateOverrides } from "../schema/overrides.ts";

export type OverrideRow = typeof gateOverrides.$inferSelect;

/** Every request for one edition, those of words that have changed since included. */
export async function listOverrideRows(reader: Reader, assignmentId: string, edition: number): Promise<OverrideRow[]> {
  return await reader
    .select()
    .from(gateOverrides)
    .where(and(eq(gateOverrides.assignmentId, assignmentId), eq(gateOverrides.edition, edition)))
    .orderBy(asc(gateOverrides.requestedAt), asc(gateOverrides.id));
}

export async function findOverride(reader: Reader, id: string): Promise<OverrideRow | undefined> {
  return await reader.select().from(gateOverrides).where(eq(gateOverrides.id, id)).get();
}

/** Contacts of deputies and members, for the gate alone. */
export async function listPrivateContacts(reader: Reader): Promise<string[]> {
  const rows = await reader.select({ contact: privateContacts.contact }).from(privateContacts);
  return rows.map(({ contact }) => contact);
}
