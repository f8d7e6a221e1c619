import { eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { gateOverrides } from "../schema/overrides.ts";

export async function insertOverride(tx: Transaction, row: typeof gateOverrides.$inferInsert): Promise<void> {
  await tx.insert(gateOverrides).values(row);
}

export async function decideOverrideRow(
  tx: Transaction,
  id: string,
  decision: { decidedBy: string; decidedAt: string; allowed: boolean; decisionReason: string | null },
): Promise<void> {
  await tx.update(gateOverrides).set(decision).where(eq(gateOverrides.id, id));
}
