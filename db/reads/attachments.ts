import type { SQL } from "drizzle-orm";
import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Finding } from "#domain/gate/finding.ts";
import type { Reader } from "../open.ts";
import { attachments } from "../schema/files.ts";
import type { replies } from "../schema/replies.ts";

export type AttachmentRow = typeof attachments.$inferSelect;

/** What belongs to an edition: what came with it or before, and was not taken out of it or of one before. */
export function ofEdition(edition: number | SQL | typeof replies.liveEdition): SQL | undefined {
  return and(
    lte(attachments.edition, edition),
    or(isNull(attachments.removedAt), gt(attachments.removedInEdition, edition)),
  );
}

/** The attachments of an edition: those of earlier ones stay until somebody takes them out. */
export async function listAttachmentRows(
  reader: Reader,
  assignmentId: string,
  edition: number,
): Promise<AttachmentRow[]> {
  return await reader
    .select()
    .from(attachments)
    .where(and(eq(attachments.assignmentId, assignmentId), ofEdition(edition)))
    .orderBy(asc(attachments.addedAt), asc(attachments.id));
}

export async function findAttachment(reader: Reader, id: string): Promise<AttachmentRow | undefined> {
  return await reader.select().from(attachments).where(eq(attachments.id, id)).get();
}

/** What was found in them when they came, named by the file. */
export async function listAttachmentFindings(
  reader: Reader,
  assignmentId: string,
  edition: number,
): Promise<Finding[]> {
  const rows = await listAttachmentRows(reader, assignmentId, edition);
  return rows.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, where: `附件《${name}》` })));
}
