import { asc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { sittings } from "../schema/campaigns.ts";
import { assignments, motions, proposers } from "../schema/motions.ts";
import { units } from "../schema/units.ts";

/** A motion with its sitting, filers and everyone's part in it. */
export async function findMotionDetail(reader: Reader, id: string) {
  const head = await reader
    .select({ motion: motions, sitting: { id: sittings.id, name: sittings.name, shortName: sittings.shortName } })
    .from(motions)
    .innerJoin(sittings, eq(sittings.id, motions.sittingId))
    .where(eq(motions.id, id))
    .get();
  if (!head) return undefined;
  const names = await reader
    .select({ name: proposers.name })
    .from(proposers)
    .where(eq(proposers.motionId, id))
    .orderBy(asc(proposers.position));
  const parts = await reader
    .select({
      id: assignments.id,
      role: assignments.role,
      state: assignments.state,
      unitCode: units.code,
      unitName: units.shortName,
    })
    .from(assignments)
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .where(eq(assignments.motionId, id))
    .orderBy(asc(assignments.position));
  return { ...head, proposers: names.map((row) => row.name), parts };
}
export type MotionDetail = NonNullable<Awaited<ReturnType<typeof findMotionDetail>>>;
