import { lte } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { hiddenPaths } from "../schema/operations.ts";

type Hidden = typeof hiddenPaths.$inferSelect;

/** Hides an address at once; hidden again, it stays so from now on. */
export async function hidePath(tx: Transaction, row: Hidden): Promise<void> {
  const { path, ...again } = row;
  await tx
    .insert(hiddenPaths)
    .values({ path, ...again })
    .onConflictDoUpdate({ target: hiddenPaths.path, set: again });
}

/** What was hidden before a release began is not in it. */
export async function showAgain(tx: Transaction, startedAt: string): Promise<void> {
  await tx.delete(hiddenPaths).where(lte(hiddenPaths.hiddenAt, startedAt));
}
