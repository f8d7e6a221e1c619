import { eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { jointOpinions } from "../schema/handling.ts";

type OpinionInsert = typeof jointOpinions.$inferInsert;

/** Asks, or asks anew: an answer given or waived before is gone. */
export async function askOpinionRow(
  tx: Transaction,
  row: Pick<OpinionInsert, "assignmentId" | "dueOn" | "askedBy" | "askedAt">,
): Promise<void> {
  const { dueOn, askedBy, askedAt } = row;
  const empty = { body: null, givenBy: null, givenAt: null, waivedBy: null, waivedReason: null };
  await tx
    .insert(jointOpinions)
    .values({ ...row, state: "asked" })
    .onConflictDoUpdate({
      target: jointOpinions.assignmentId,
      set: { ...empty, state: "asked", dueOn, askedBy, askedAt },
    });
}

export async function updateOpinion(
  tx: Transaction,
  assignmentId: string,
  patch: Partial<Omit<OpinionInsert, "assignmentId">>,
): Promise<void> {
  await tx.update(jointOpinions).set(patch).where(eq(jointOpinions.assignmentId, assignmentId));
}
