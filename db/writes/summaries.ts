import { eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { summaries } from "../schema/documents.ts";

export async function insertSummary(tx: Transaction, row: typeof summaries.$inferInsert): Promise<void> {
  await tx.insert(summaries).values(row);
}

export async function updateSummaryDay(tx: Transaction, slug: string, asOf: string): Promise<void> {
  await tx.update(summaries).set({ asOf }).where(eq(summaries.slug, slug));
}
