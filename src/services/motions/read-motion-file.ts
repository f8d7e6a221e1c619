import type { ObjectionRow, ReassignmentRow } from "#db/reads/assignments.ts";
import { listMotionObjections, listParts, listReassignments } from "#db/reads/assignments.ts";
import { readActorNames } from "#db/reads/accounts.ts";
import type { KeyItemRow } from "#db/reads/key-items.ts";
import { findKeyItem } from "#db/reads/key-items.ts";
import { findMotion } from "#db/reads/motions.ts";
import type { AssignmentRow, MotionRow } from "#db/reads/reply-record.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { getUnitScope } from "../scope.ts";

export type MotionFile = {
  readonly motion: MotionRow;
  readonly parts: readonly AssignmentRow[];
  readonly objections: readonly { readonly unitCode: string; readonly objection: ObjectionRow }[];
  readonly reassignments: readonly ReassignmentRow[];
  readonly keyItem: KeyItemRow | null;
  readonly names: ReadonlyMap<string, string>;
};

/**
 * How a motion was dealt out, from 登记 to 改派, for whoever oversees; a unit reads of it what concerns itself:
 * other units' comments and objections are theirs. Throws NotFound where the unit has no part.
 */
export async function readMotionFile(ctx: Context, id: string): Promise<MotionFile> {
  const own = getUnitScope(ctx.actor);
  const motion = await findMotion(ctx.db, id);
  const parts = await listParts(ctx.db, id);
  if (!motion || (own !== undefined && !parts.some((part) => part.unitCode === own))) {
    throw new NotFound("这件建议提案");
  }
  const mine = (...codes: readonly (string | null)[]) => own === undefined || codes.includes(own);
  const [objections, reassignments, keyItem, names] = await Promise.all([
    listMotionObjections(ctx.db, id),
    listReassignments(ctx.db, id),
    findKeyItem(ctx.db, id),
    readActorNames(ctx.db),
  ]);
  return {
    motion,
    parts: parts.filter((part) => mine(part.unitCode)),
    objections: objections.filter((item) => mine(item.unitCode)),
    reassignments: reassignments.filter((item) => mine(item.fromUnit, item.toUnit)),
    keyItem: keyItem ?? null,
    names,
  };
}
