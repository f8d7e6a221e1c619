import { asc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { followUps, returns, withdrawals } from "../schema/replies.ts";

/** What happened to a reply beside its editions, oldest first. */

export async function listReturns(reader: Reader, assignmentId: string): Promise<(typeof returns.$inferSelect)[]> {
  return await reader
    .select()
    .from(returns)
    .where(eq(returns.assignmentId, assignmentId))
    .orderBy(asc(returns.edition), asc(returns.seq));
}

export async function listWithdrawals(
  reader: Reader,
  assignmentId: string,
): Promise<(typeof withdrawals.$inferSelect)[]> {
  return await reader
    .select()
    .from(withdrawals)
    .where(eq(withdrawals.assignmentId, assignmentId))
    .orderBy(asc(withdrawals.seq));
}

export async function listFollowUps(reader: Reader, assignmentId: string): Promise<(typeof followUps.$inferSelect)[]> {
  return await reader
    .select()
    .from(followUps)
    .where(eq(followUps.assignmentId, assignmentId))
    .orderBy(asc(followUps.number));
}
