import { desc, gt } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { motionChanges } from "../schema/operations.ts";
import { EVERY_MOTION } from "../watch-changes.ts";

/** The number of the latest change of any motion; 0 before the first. */
export async function findChangeHead(reader: Reader): Promise<number> {
  const last = await reader
    .select({ seq: motionChanges.seq })
    .from(motionChanges)
    .orderBy(desc(motionChanges.seq))
    .limit(1)
    .get();
  return last?.seq ?? 0;
}

/** Motions written to after change `seq`, or undefined where it is not known which. */
export async function listChangedMotions(reader: Reader, seq: number): Promise<string[] | undefined> {
  const rows = await reader
    .select({ id: motionChanges.motionId })
    .from(motionChanges)
    .where(gt(motionChanges.seq, seq))
    .orderBy(motionChanges.seq);
  const ids = rows.map((row) => row.id);
  return ids.includes(EVERY_MOTION) ? undefined : ids;
}
