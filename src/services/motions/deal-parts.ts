import type { PartRow } from "#db/writes/assignments.ts";
import { changeAssignmentRow, putPart } from "#db/writes/assignments.ts";
import { askOpinionRow } from "#db/writes/opinions.ts";
import type { Transaction } from "#db/open.ts";
import type { Part } from "#domain/assignment/parts.ts";
import { findPartsFault } from "#domain/assignment/parts.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import { requireStandingUnits } from "../assignments/require-units.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { MotionChange } from "./change-motion.ts";

/** Where the campaign sets joint units a clock, it runs from the hand-over without anyone asking. */
export async function startOpinion(
  tx: Transaction,
  ctx: Context,
  rules: CampaignRules,
  { assignmentId, handedOn }: { readonly assignmentId: string; readonly handedOn: string },
): Promise<void> {
  const { jointOpinion } = rules.deadlines;
  if (jointOpinion === null) return;
  const dueOn = findDueOn(handedOn, jointOpinion);
  await askOpinionRow(tx, { assignmentId, dueOn, askedBy: ctx.actor.id, askedAt: ctx.now().toISOString() });
}

/** Deals the motion out to these units and to no others. Throws Refused where the parts are unsound. */
export async function dealParts(
  change: MotionChange,
  parts: readonly Part[],
  { state, assignedOn, dueOn }: Pick<PartRow, "state" | "assignedOn" | "dueOn">,
): Promise<void> {
  const { tx, motion } = change;
  const fault = findPartsFault(parts);
  if (fault) throw Refused.of(fault);
  const codes = parts.map((part) => part.unit);
  await requireStandingUnits(tx, codes, "parts", assignedOn ?? change.today);
  for (const before of change.parts) {
    if (codes.includes(before.unitCode) || before.state === "withdrawn") continue;
    await changeAssignmentRow(tx, before.id, { state: "withdrawn" });
  }
  const { id: motionId, campaignId } = motion;
  for (const [position, { unit: unitCode, role }] of parts.entries()) {
    await putPart(tx, { motionId, campaignId, unitCode, role, position, state, assignedOn, dueOn });
  }
}
