import { asc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { replies } from "../schema/replies.ts";

/** {assignment}@{edition} of every public reply: what a release made now holds. */
export async function listHeldReplies(reader: Reader): Promise<string[]> {
  const rows = await reader
    .select({ id: replies.assignmentId, edition: replies.liveEdition })
    .from(replies)
    .where(eq(replies.publication, "published"))
    .orderBy(asc(replies.assignmentId));
  return rows.map((row) => `${row.id}@${row.edition}`);
}
