import { eq } from "drizzle-orm";
import { motionPath } from "#domain/motion/number.ts";
import type { Reader } from "../open.ts";
import { campaigns } from "../schema/campaigns.ts";
import { assignments, motions } from "../schema/motions.ts";
import { hiddenPaths } from "../schema/operations.ts";

/** Addresses that are not to be shown until the release without them is there. */
export async function listHiddenPaths(reader: Reader): Promise<string[]> {
  return (await reader.select({ path: hiddenPaths.path }).from(hiddenPaths)).map((row) => row.path);
}

/** Public address of the matter that an assignment belongs to. */
export async function findMatterPath(reader: Reader, assignmentId: string): Promise<string | undefined> {
  const row = await reader
    .select({
      year: campaigns.year,
      kind: motions.kind,
      number: motions.number,
      betweenSessions: motions.betweenSessions,
    })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(campaigns, eq(campaigns.id, motions.campaignId))
    .where(eq(assignments.id, assignmentId))
    .get();
  return row && motionPath(row.year, row.kind, row);
}
