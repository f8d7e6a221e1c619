import type { Transaction } from "#db/open.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import { findOpinion } from "#db/reads/opinions.ts";
import type { AllocationRows } from "#db/writes/motions.ts";
import type { Context } from "../context.ts";
import { startOpinion } from "../motions/deal-parts.ts";

/** Where the year sets joint units a clock, it runs from 交办; an opinion that was asked for or given already stays. */
export async function startOpinions(ctx: Context, tx: Transaction, rows: readonly AllocationRows[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const rules = await readRules(tx, first.motion.campaignId);
  for (const { motion, assignments } of rows) {
    for (const { id: assignmentId, role } of assignments) {
      if (role !== "joint" || (await findOpinion(tx, assignmentId))) continue;
      await startOpinion(tx, ctx, rules, { assignmentId, handedOn: motion.assignedOn });
    }
  }
}
