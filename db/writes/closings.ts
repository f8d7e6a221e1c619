import { eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { closings } from "../schema/closings.ts";

export async function insertClosing(tx: Transaction, row: Omit<typeof closings.$inferInsert, "seq">): Promise<void> {
  const seq = await tx.$count(closings, eq(closings.assignmentId, row.assignmentId));
  await tx.insert(closings).values({ ...row, seq: seq + 1 });
}
