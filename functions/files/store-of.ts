import type { Context } from "hono";
import type { FileStore } from "#services/attachments/file-store.ts";
import type { ApiEnv } from "../deps.ts";

/** Where this home keeps files. Throws where it has none: that is a fault of its set-up, nobody's request. */
export function storeOf(c: Context<ApiEnv>): FileStore {
  const { files } = c.get("deps");
  if (!files) throw new Error("Failed to reach the files: this home has none");
  return files;
}
