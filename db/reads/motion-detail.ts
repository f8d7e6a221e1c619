import { asc, eq, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { sittings } from "../schema/campaigns.ts";
import { assignments, motions, proposers } from "../schema/motions.ts";
import { units } from "../schema/units.ts";

const ID = sql.placeholder("id");

const headOf = (reader: Reader) =>
  reader
    .select({ motion: motions, sitting: { id: sittings.id, name: sittings.name, shortName: sittings.shortName } })
    .from(motions)
    .innerJoin(sittings, eq(sittings.id, motions.sittingId))
    .where(eq(motions.id, ID))
    .prepare();

const namesOf = (reader: Reader) =>
  reader
    .select({ name: proposers.name })
    .from(proposers)
    .where(eq(proposers.motionId, ID))
    .orderBy(asc(proposers.position))
    .prepare();

const partsOf = (reader: Reader) =>
  reader
    .select({
      id: assignments.id,
      role: assignments.role,
      state: assignments.state,
      unitCode: units.code,
      unitName: units.shortName,
    })
    .from(assignments)
    .innerJoin(units, eq(units.code, assignments.unitCode))
    .where(eq(assignments.motionId, ID))
    .orderBy(asc(assignments.position))
    .prepare();

/** A motion with its sitting, filers and everyone's part in it. */
export async function findMotionDetail(reader: Reader, id: string) {
  const head = await prepareOnce(reader, headOf).get({ id });
  if (!head) return undefined;
  const names = await prepareOnce(reader, namesOf).all({ id });
  const parts = await prepareOnce(reader, partsOf).all({ id });
  return { ...head, proposers: names.map((row) => row.name), parts };
}
export type MotionDetail = NonNullable<Awaited<ReturnType<typeof findMotionDetail>>>;
