import { desc, eq, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { assignments } from "../schema/motions.ts";
import { releases } from "../schema/operations.ts";

const count = sql<number>`count(*)`;

export async function countAssignmentsByState(reader: Reader) {
  return await reader.select({ state: assignments.state, count }).from(assignments).groupBy(assignments.state);
}

export async function countReleasesByState(reader: Reader) {
  return await reader.select({ state: releases.state, count }).from(releases).groupBy(releases.state);
}

/** When the release that readers see went live; undefined before the first. */
export async function findLiveSince(reader: Reader): Promise<string | undefined> {
  const row = await reader
    .select({ finishedAt: releases.finishedAt })
    .from(releases)
    .where(eq(releases.state, "live"))
    .orderBy(desc(releases.finishedAt))
    .get();
  return row?.finishedAt ?? undefined;
}
