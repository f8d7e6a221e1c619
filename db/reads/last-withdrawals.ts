import { eq, inArray, max } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { assignments } from "../schema/motions.ts";
import { withdrawals } from "../schema/replies.ts";

/** When each of these motions was last taken from readers; one that never was is not there. */
export async function readLastWithdrawals(
  reader: Reader,
  motionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .select({ motionId: assignments.motionId, at: max(withdrawals.withdrawnAt) })
    .from(withdrawals)
    .innerJoin(assignments, eq(assignments.id, withdrawals.assignmentId))
    .where(inArray(assignments.motionId, [...motionIds]))
    .groupBy(assignments.motionId);
  return new Map(rows.map(({ motionId, at }) => [motionId, at ?? ""]));
}
