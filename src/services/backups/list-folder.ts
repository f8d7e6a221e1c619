import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { cp, readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { ifThere } from "#release/if-there.ts";

export type ListedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Every file below the folder, by path; nothing where there is no folder. Throws where it cannot be read. */
export async function listFolder(folder: string): Promise<ListedFile[]> {
  const entries = (await ifThere(readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const listed: ListedFile[] = [];
  for (const file of files.toSorted()) {
    const path = relative(folder, file).replaceAll("\\", "/");
    listed.push({ path, bytes: (await stat(file)).size, sha256: await hashFile(file) });
  }
  return listed;
}

/** Copies what is not there yet; what is being written aside (.part) is nobody's file. Throws where it cannot be read. */
export async function copyMissing(from: string, to: string): Promise<void> {
  if (!(await ifThere(stat(from)))) return;
  await cp(from, to, { recursive: true, force: false, filter: (source) => !source.endsWith(".part") });
}
