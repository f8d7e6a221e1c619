import { and, eq, isNull } from "drizzle-orm";
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

/** Ends every request for an edition, decided or not. */
export async function endOverrideRows(
  tx: Transaction,
  assignmentId: string,
  edition: number,
  endedAt: string,
): Promise<void> {
  const { assignmentId: ofAssignment, edition: ofEdition } = gateOverrides;
  const alive = and(eq(ofAssignment, assignmentId), eq(ofEdition, edition), isNull(gateOverrides.endedAt));
  await tx.update(gateOverrides).set({ endedAt }).where(alive);
}
