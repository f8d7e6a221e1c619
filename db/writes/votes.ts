import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { votes } from "../schema/aftercare.ts";
import { motions } from "../schema/motions.ts";

/** Adds a vote and bumps the motion's version. */
export async function insertVote(tx: Transaction, row: Omit<typeof votes.$inferInsert, "seq">): Promise<void> {
  const count = await tx.$count(votes, eq(votes.motionId, row.motionId));
  await tx.insert(votes).values({ ...row, seq: count + 1 });
  await tx
    .update(motions)
    .set({ version: sql`${motions.version} + 1` })
    .where(eq(motions.id, row.motionId));
}
