import { writeSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files in which a release keeps what it has read, so that memory stays small. */
export type Work = {
  /** Of the unfinished release; undefined where none comes of it. */
  readonly folder: string | undefined;
  readonly matters: FileHandle;
  readonly mattersFile: string;
  readonly texts: FileHandle;
  readonly textsFile: string;
  /** Closes and removes them. */
  readonly close: () => Promise<void>;
};

export async function openWork(folder: string): Promise<Work> {
  const [mattersFile, textsFile] = [join(folder, "matters.work"), join(folder, "texts.work")];
  const opened: FileHandle[] = [];
  const openOne = async (file: string): Promise<FileHandle> => {
    const handle = await open(file, "w+");
    opened.push(handle);
    return handle;
  };
  const close = async (): Promise<void> => {
    for (const handle of opened.splice(0)) await handle.close();
    for (const file of [mattersFile, textsFile]) await rm(file, { force: true });
  };
  try {
    return {
      folder,
      matters: await openOne(mattersFile),
      texts: await openOne(textsFile),
      mattersFile,
      textsFile,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Throws where the disk is full; a system may take less at once than it was given. */
export function writeAt(fd: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
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
    folder: undefined,
    close: async () => {
      await work.close();
      await remove();
    },
  };
}
