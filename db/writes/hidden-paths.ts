import { eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { hiddenPaths } from "../schema/operations.ts";

type Hidden = Omit<typeof hiddenPaths.$inferSelect, "seenBy">;

/** Hides an address at once; hidden again, it stays so from now on. */
export async function hidePath(tx: Transaction, row: Hidden): Promise<void> {
  const { path, ...again } = { ...row, seenBy: null };
  await tx
    .insert(hiddenPaths)
    .values({ path, ...again })
    .onConflictDoUpdate({ target: hiddenPaths.path, set: again });
}

/** The release that begins now will not have what is hidden now. */
export async function markSeen(tx: Transaction, release: string): Promise<void> {
  await tx.update(hiddenPaths).set({ seenBy: release });
}

/** What was hidden before the release began is not in it. */
export async function showAgain(tx: Transaction, release: string): Promise<void> {
  await tx.delete(hiddenPaths).where(eq(hiddenPaths.seenBy, release));
}
