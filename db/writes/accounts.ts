import type { Transaction } from "../open.ts";
import { actors, apiKeys } from "../schema/actors.ts";

export async function insertActor(tx: Transaction, row: typeof actors.$inferInsert): Promise<void> {
  await tx.insert(actors).values(row);
}

export async function insertApiKey(tx: Transaction, row: typeof apiKeys.$inferInsert): Promise<void> {
  await tx.insert(apiKeys).values(row);
}
