import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { unitPeople } from "../schema/handling.ts";

type PersonInsert = typeof unitPeople.$inferInsert;

export async function insertPerson(tx: Transaction, row: PersonInsert): Promise<void> {
  await tx.insert(unitPeople).values(row);
}

export async function updatePerson(
  tx: Transaction,
  id: string,
  patch: Pick<PersonInsert, "duty" | "name" | "title" | "phone" | "endedOn">,
): Promise<void> {
  await tx
    .update(unitPeople)
    .set({ ...patch, version: sql`${unitPeople.version} + 1` })
    .where(eq(unitPeople.id, id));
}
