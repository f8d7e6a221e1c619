import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";

const AT_ONCE = 16;

export type ReleaseFile = { readonly path: string; readonly bytes: Buffer };

/** Every file below the folder, by path; read ahead, a few at a time, and given in order. */
export async function* readFiles(folder: string): AsyncGenerator<ReleaseFile> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sorted = names.toSorted();
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const batch = sorted.slice(at, at + AT_ONCE);
    const bytes = await Promise.all(batch.map(async (name) => await readFile(name)));
    for (const [index, name] of batch.entries()) {
      yield { path: relative(folder, name).replaceAll("\\", "/"), bytes: bytes[index] as Buffer };
    }
  }
}
