import { readPdf } from "#exchange/attachment/read-pdf.ts";
import type { PublicMatter } from "#domain/view/public-reply.ts";
import type { AttachmentSource } from "../order.ts";
import { parseAttachmentPath } from "../project/project-attachments.ts";

/** Lines of the attachments that hold text; a picture of a page holds none. Throws where a file cannot be read. */
export async function readAttachmentTexts(
  matter: PublicMatter,
  files: AttachmentSource | undefined,
): Promise<string[]> {
  const lines: string[] = [];
  for (const { path, type } of matter.replies.flatMap(({ attachments }) => attachments)) {
    const bytes = type === "application/pdf" ? await files?.get(parseAttachmentPath(path)?.id ?? "") : undefined;
    if (bytes) lines.push(...(await readPdf(bytes)).text);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
