import { eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { keyItems } from "../schema/handling.ts";

export async function putKeyItem(tx: Transaction, row: typeof keyItems.$inferInsert): Promise<void> {
  const { motionId: _, ...set } = row;
  await tx.insert(keyItems).values(row).onConflictDoUpdate({ target: keyItems.motionId, set });
}

export async function deleteKeyItem(tx: Transaction, motionId: string): Promise<void> {
  await tx.delete(keyItems).where(eq(keyItems.motionId, motionId));
}
