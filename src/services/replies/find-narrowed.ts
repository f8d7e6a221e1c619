import type { Transaction } from "#db/open.ts";
import { findMatterPath } from "#db/reads/hidden-paths.ts";
import type { DisclosureRow, ReplyRow } from "#db/reads/reply-record.ts";

/** Public address of the matter where a correction leaves out words that the public can read now; otherwise undefined. */
export async function findNarrowed(
  tx: Transaction,
  reply: ReplyRow | null,
  disclosure: Pick<DisclosureRow, "mode">,
): Promise<string | undefined> {
  if (reply?.publication !== "published" || disclosure.mode === "full") return undefined;
  return await findMatterPath(tx, reply.assignmentId);
}
