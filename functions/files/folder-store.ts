import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FileStore } from "#services/attachments/file-store.ts";

/** Names come from randomUUID; anything else would be a path of somebody's choosing. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function pathOf(folder: string, id: string): string {
  if (!ID.test(id)) throw new Error("Failed to find a file: its name is none of ours");
  return join(folder, id.slice(0, 2), id);
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** Files in a folder, two letters deep so that no folder grows large; written aside and renamed, so that none is half there. */
export function openFolderStore(folder: string): FileStore {
  return {
    put: async (id, bytes) => {
      const path = pathOf(folder, id);
      await mkdir(join(folder, id.slice(0, 2)), { recursive: true, mode: 0o700 });
      const aside = `${path}.part`;
      const file = await open(aside, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, path);
    },
    get: async (id) => {
      try {
        return new Uint8Array(await readFile(pathOf(folder, id)));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    remove: async (id) => await rm(pathOf(folder, id), { force: true }),
  };
}
