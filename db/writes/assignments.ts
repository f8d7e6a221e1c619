import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { objections, reassignments } from "../schema/handling.ts";
import { assignments } from "../schema/motions.ts";

type AssignmentInsert = typeof assignments.$inferInsert;
export type AssignmentPatch = Partial<
  Pick<AssignmentInsert, "state" | "signedAt" | "assignedOn" | "dueOn" | "role" | "position">
>;

/** Changes the assignment and bumps the version that everything of it shares. */
export async function changeAssignmentRow(tx: Transaction, id: string, patch: AssignmentPatch): Promise<void> {
  await tx
    .update(assignments)
    .set({ ...patch, version: sql`${assignments.version} + 1` })
    .where(eq(assignments.id, id));
}

export type PartRow = Pick<AssignmentInsert, "motionId" | "campaignId" | "unitCode" | "role" | "position" | "dueOn"> & {
  /** Null while the matter is only proposed. */
  readonly assignedOn: string | null;
  readonly state: "pre_assigned" | "assigned";
};

/** Gives a unit its part, new or once more: what it signed before, it signs again. */
export async function putPart(tx: Transaction, part: PartRow): Promise<void> {
  const { role, position, state, assignedOn, dueOn } = part;
  await tx
    .insert(assignments)
    .values({ ...part, id: `${part.motionId}.${part.unitCode}` })
    .onConflictDoUpdate({
      target: assignments.id,
      set: { role, position, state, assignedOn, dueOn, signedAt: null, version: sql`${assignments.version} + 1` },
    });
}

export async function insertObjection(
  tx: Transaction,
  row: Omit<typeof objections.$inferInsert, "seq">,
): Promise<void> {
  const seq = await tx.$count(objections, eq(objections.assignmentId, row.assignmentId));
  await tx.insert(objections).values({ ...row, seq: seq + 1 });
}

export async function decideObjectionRow(
  tx: Transaction,
  { assignmentId, seq }: { readonly assignmentId: string; readonly seq: number },
  decision: Pick<typeof objections.$inferInsert, "decision" | "decisionReason" | "decidedBy" | "decidedAt">,
): Promise<void> {
  await tx
    .update(objections)
    .set(decision)
    .where(and(eq(objections.assignmentId, assignmentId), eq(objections.seq, seq)));
}

export async function insertReassignment(
  tx: Transaction,
  row: Omit<typeof reassignments.$inferInsert, "seq">,
): Promise<void> {
  const seq = await tx.$count(reassignments, eq(reassignments.motionId, row.motionId));
  await tx.insert(reassignments).values({ ...row, seq: seq + 1 });
}
