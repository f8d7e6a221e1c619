import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { returnReasons } from "../schema/decisions.ts";

type ReasonInsert = typeof returnReasons.$inferInsert;

export async function insertReturnReason(tx: Transaction, row: ReasonInsert): Promise<void> {
  await tx.insert(returnReasons).values(row);
}

export async function updateReturnReason(
  tx: Transaction,
  code: string,
  patch: Pick<ReasonInsert, "text" | "position" | "retired">,
): Promise<void> {
  await tx
    .update(returnReasons)
    .set({ ...patch, version: sql`${returnReasons.version} + 1` })
    .where(eq(returnReasons.code, code));
}
