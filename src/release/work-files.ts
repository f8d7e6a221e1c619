import type { FileHandle } from "node:fs/promises";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
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

/**
 * Work that comes to no release. What is read is withheld texts too: the files lose their names at once, so that a killed
 * process leaves none of it (where an open file keeps its name, they go with `close`).
 */
export async function openPassingWork(): Promise<Work> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-plan-"));
  const work = await openWork(folder);
  const remove = async () => await rm(folder, { recursive: true, force: true });
  await remove().catch(() => undefined);
  return {
    ...work,
    close: async () => {
      await work.close();
      await remove();
    },
  };
}
