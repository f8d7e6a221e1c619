import type { Reader } from "#db/open.ts";
import { findDocument } from "#db/reads/documents.ts";

/** The permanent address of a new document: its parts, and a number where that is taken already. */
export async function takeSlug(reader: Reader, parts: readonly (string | number)[]): Promise<string> {
  const base = parts.join("-");
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await findDocument(reader, slug))) return slug;
  }
}
