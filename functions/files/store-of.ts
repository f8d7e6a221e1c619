import type { Context } from "hono";
import type { AttachmentPlace } from "#services/attachments/add.ts";
import type { FileStore } from "#services/attachments/file-store.ts";
import type { ApiEnv } from "../deps.ts";

/** Where this home keeps files. Throws where it has none: that is a fault of its set-up, nobody's request. */
export function storeOf(c: Context<ApiEnv>): FileStore {
  const { files } = c.get("deps");
  if (!files) throw new Error("Failed to reach the files: this home has none");
  return files;
}

/** The same for attachments, which are also read. */
export function attachmentPlaceOf(c: Context<ApiEnv>): AttachmentPlace {
  const { readPdf } = c.get("deps");
  if (!readPdf) throw new Error("Failed to read a PDF: this home has no reader");
  return { files: storeOf(c), readPdf };
}
