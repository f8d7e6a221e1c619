import { and, eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { extensions } from "../schema/handling.ts";

type ExtensionInsert = typeof extensions.$inferInsert;

export async function insertExtension(tx: Transaction, row: Omit<ExtensionInsert, "seq">): Promise<void> {
  const seq = await tx.$count(extensions, eq(extensions.assignmentId, row.assignmentId));
  await tx.insert(extensions).values({ ...row, seq: seq + 1 });
}

export async function updateExtension(
  tx: Transaction,
  { assignmentId, seq }: { readonly assignmentId: string; readonly seq: number },
  patch: Partial<Pick<ExtensionInsert, "decision" | "decisionReason" | "decidedBy" | "decidedAt" | "toldOn">>,
): Promise<void> {
  await tx
    .update(extensions)
    .set(patch)
    .where(and(eq(extensions.assignmentId, assignmentId), eq(extensions.seq, seq)));
}
