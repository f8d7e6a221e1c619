import { createHash } from "node:crypto";
import type { PublicAttachment } from "#domain/view/public-reply.ts";
import type { AttachmentSource } from "../order.ts";
import { parseAttachmentPath } from "../project/project-attachments.ts";
import type { ArtefactWork } from "./work.ts";
import { isKept } from "./work.ts";

type Order = {
  readonly files: AttachmentSource | undefined;
  /** Motions that were read for this release. */
  readonly read: readonly string[];
};

/** Files of matters that nobody touched stay as they are; those of matters that are gone, or were read again, do not. */
function keepUntouched(work: ArtefactWork, read: ReadonlySet<string>): void {
  const untouched = new Set(work.city.all.filter(({ id }) => !read.has(id)).map(({ line }) => line.path));
  for (const [name, key] of Object.entries(work.before?.plan.keys ?? {})) {
    const file = parseAttachmentPath(`/${name}`);
    if (file && untouched.has(file.matter)) work.keys.set(name, key);
  }
}

/** Throws where the bytes are not those that were looked at: then there is no release (design §1.7). */
async function readBytes(files: AttachmentSource | undefined, { path, sha256 }: PublicAttachment): Promise<Uint8Array> {
  const bytes = await files?.get(parseAttachmentPath(path)?.id ?? "");
  if (!bytes) throw new Error(`Failed to release: the attachment ${path} is not there`);
  if (createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
  throw new Error(`Failed to release: the attachment ${path} is not what it was`);
}

/** Copies the attachments of public letters beside their pages; each is inspected like every file of the site. */
export async function writeAttachments(work: ArtefactWork, { files, read }: Order): Promise<void> {
  const ids = new Set(read);
  keepUntouched(work, ids);
  for await (const matter of work.source.get([...work.source.withFiles])) {
    for (const attachment of matter.replies.flatMap((reply) => reply.attachments)) {
      const name = attachment.path.slice(1);
      if (isKept(work, name, attachment.sha256)) continue;
      work.note(name, [matter.id]);
      await work.writer.put(name, await readBytes(files, attachment));
    }
  }
}
