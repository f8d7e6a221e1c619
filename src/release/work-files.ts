import { writeSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";

/** Files in which a release keeps what it has read, so that memory stays small. */
export type Work = {
  readonly matters: FileHandle;
  readonly mattersFile: string;
  readonly texts: FileHandle;
  /** Closes and removes them. */
  readonly close: () => Promise<void>;
};

const NAMES = ["matters.work", "texts.work"] as const;

export async function openWork(folder: string): Promise<Work> {
  const [mattersFile = "", texts = ""] = NAMES.map((name) => join(folder, name));
  const files = { matters: await open(mattersFile, "w+"), texts: await open(texts, "w+"), mattersFile };
  return {
    ...files,
    close: async () => {
      await files.matters.close();
      await files.texts.close();
      for (const name of NAMES) await rm(join(folder, name), { force: true });
    },
  };
}

/** Throws where the disk is full; a system may take less at once than it was given. */
export function writeAt(fd: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
}
