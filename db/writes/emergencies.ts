import { and, eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { emergencies } from "../schema/aftercare.ts";

export async function insertEmergency(tx: Transaction, row: typeof emergencies.$inferInsert): Promise<void> {
  await tx.insert(emergencies).values(row);
}

export async function countersignEmergencyRow(
  tx: Transaction,
  { assignmentId, edition }: { readonly assignmentId: string; readonly edition: number },
  signature: { readonly countersignedBy: string; readonly countersignedAt: string },
): Promise<void> {
  await tx
    .update(emergencies)
    .set(signature)
    .where(and(eq(emergencies.assignmentId, assignmentId), eq(emergencies.edition, edition)));
}
