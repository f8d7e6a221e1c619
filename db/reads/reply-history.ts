import { asc, eq, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { followUps, returns, withdrawals } from "../schema/replies.ts";

/** What happened to a reply beside its editions, oldest first. */

const ID = sql.placeholder("assignmentId");

const returnsOf = (reader: Reader) =>
  reader
    .select()
    .from(returns)
    .where(eq(returns.assignmentId, ID))
    .orderBy(asc(returns.edition), asc(returns.seq))
    .prepare();

const withdrawalsOf = (reader: Reader) =>
  reader.select().from(withdrawals).where(eq(withdrawals.assignmentId, ID)).orderBy(asc(withdrawals.seq)).prepare();

const followUpsOf = (reader: Reader) =>
  reader.select().from(followUps).where(eq(followUps.assignmentId, ID)).orderBy(asc(followUps.number)).prepare();

export async function listReturns(reader: Reader, assignmentId: string): Promise<(typeof returns.$inferSelect)[]> {
  return await prepareOnce(reader, returnsOf).all({ assignmentId });
}

export async function listWithdrawals(
  reader: Reader,
  assignmentId: string,
): Promise<(typeof withdrawals.$inferSelect)[]> {
  return await prepareOnce(reader, withdrawalsOf).all({ assignmentId });
}

export async function listFollowUps(reader: Reader, assignmentId: string): Promise<(typeof followUps.$inferSelect)[]> {
  return await prepareOnce(reader, followUpsOf).all({ assignmentId });
}
