import type { FileHandle } from "node:fs/promises";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";

/** Files in which a release keeps what it has read, so that memory stays small. */
export type Work = {
  readonly folder: string;
  readonly matters: FileHandle;
  readonly mattersFile: string;
  readonly texts: FileHandle;
  /** Closes and removes them. */
  readonly close: () => Promise<void>;
};

const NAMES = ["matters.work", "texts.work"] as const;

export async function openWork(folder: string): Promise<Work> {
  const [mattersFile = "", texts = ""] = NAMES.map((name) => join(folder, name));
  const files = { folder, matters: await open(mattersFile, "w+"), texts: await open(texts, "w+"), mattersFile };
  return {
    ...files,
    close: async () => {
      await files.matters.close();
      await files.texts.close();
      for (const name of NAMES) await rm(join(folder, name), { force: true });
    },
  };
}
