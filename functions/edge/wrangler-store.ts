import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { FileStore } from "#services/attachments/file-store.ts";
import { openFolderStore, pathOf } from "../files/folder-store.ts";
import { keyOf } from "./bucket-store.ts";
import { runWrangler } from "./run-wrangler.ts";

/**
 * For the builder of releases: attachments in the bucket, fetched by wrangler once and kept in the folder. A builder only
 * reads; what it lays down itself stays beside it.
 */
export function openWranglerStore(folder: string, bucket: string): FileStore {
  const kept = openFolderStore(folder);
  return {
    ...kept,
    get: async (id) => {
      const found = await kept.get(id);
      if (found) return found;
      const path = pathOf(folder, id);
      await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
      const object = `${bucket}/${keyOf(id)}`;
      // Under its name only when it is whole: what stays there counts as read.
      const part = `${path}.part`;
      const code = await runWrangler(["r2", "object", "get", object, "--file", part, "--remote"], folder);
      if (code !== 0) throw new Error(`Failed to read ${object}: wrangler ended with ${code}`);
      await rename(part, path);
      return await kept.get(id);
    },
  };
}
