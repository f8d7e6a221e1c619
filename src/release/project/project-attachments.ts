import type { listPublicAttachments } from "#db/reads/public.ts";
import { ATTACHMENT_EXTENSION } from "#domain/attachment/attachment.ts";
import type { PublicAttachment } from "#domain/view/public-reply.ts";

type Row = Awaited<ReturnType<typeof listPublicAttachments>>[number];

/** Files lie in this folder of the matter's own, each under its random id: no name of an upload is ever an address. */
const FOLDER = "files";

/** @param path of the matter, with a slash at both ends */
export function toPublicAttachments(rows: readonly Row[], path: string): PublicAttachment[] {
  return rows.map(({ id, name, type, bytes, sha256, pages }) => ({
    path: `${path}${FOLDER}/${id}.${ATTACHMENT_EXTENSION[type]}`,
    name,
    type,
    bytes,
    sha256,
    pages,
  }));
}

const FILE = /^(.+\/)files\/([0-9a-f-]{36})\.(?:pdf|jpg|png)$/;

/** The matter and the id behind the address of a file; undefined for every other address. */
export function parseAttachmentPath(path: string): { readonly matter: string; readonly id: string } | undefined {
  const [, matter, id] = FILE.exec(path) ?? [];
  return matter === undefined || id === undefined ? undefined : { matter, id };
}
