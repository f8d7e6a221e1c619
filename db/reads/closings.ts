import { asc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { closings } from "../schema/closings.ts";

export type ClosingRow = typeof closings.$inferSelect;

/** 办结 of one assignment, first to last. */
export async function listClosings(reader: Reader, assignmentId: string): Promise<ClosingRow[]> {
  return await reader.select().from(closings).where(eq(closings.assignmentId, assignmentId)).orderBy(asc(closings.seq));
}
