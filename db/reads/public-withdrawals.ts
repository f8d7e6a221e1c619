import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { WithdrawalKind } from "#domain/handling/withdrawal.ts";
import type { Reader } from "../open.ts";
import { documents } from "../schema/documents.ts";

/** Documents that were public: address, time and kind of reason; no word of them. The newest first. */
export async function listWithdrawnDocuments(
  reader: Reader,
): Promise<{ slug: string; at: string; kind: WithdrawalKind }[]> {
  const { slug, withdrawnAt, withdrawalKind } = documents;
  const rows = await reader
    .select({ slug, at: withdrawnAt, kind: withdrawalKind })
    .from(documents)
    .where(and(eq(documents.state, "withdrawn"), isNotNull(withdrawnAt)))
    .orderBy(desc(withdrawnAt), documents.slug);
  return rows.map((row) => ({ slug: row.slug, at: row.at ?? "", kind: row.kind ?? "withdrawn" }));
}
