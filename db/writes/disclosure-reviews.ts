import { and, eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { disclosureReviews } from "../schema/decisions.ts";
import { disclosures } from "../schema/replies.ts";

export async function insertDisclosureReview(
  tx: Transaction,
  row: Omit<typeof disclosureReviews.$inferInsert, "seq">,
): Promise<void> {
  const seq = await tx.$count(disclosureReviews, eq(disclosureReviews.assignmentId, row.assignmentId));
  await tx.insert(disclosureReviews).values({ ...row, seq: seq + 1 });
}

export async function setReviewAgainOn(
  tx: Transaction,
  assignmentId: string,
  edition: number,
  reviewAgainOn: string,
): Promise<void> {
  await tx
    .update(disclosures)
    .set({ reviewAgainOn })
    .where(and(eq(disclosures.assignmentId, assignmentId), eq(disclosures.edition, edition)));
}
