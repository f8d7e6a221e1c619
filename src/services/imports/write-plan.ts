import { insertAllocations, putAllocation } from "#db/writes/motions.ts";
import type { Transaction } from "#db/open.ts";
import type { AllocationPlan } from "./plan-allocation.ts";

export async function writePlan(tx: Transaction, { added, changed }: AllocationPlan): Promise<void> {
  await insertAllocations(
    tx,
    added.map(({ next }) => next),
  );
  for (const { next } of changed) await putAllocation(tx, next);
}
