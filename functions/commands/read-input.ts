import { open, readFile, stat } from "node:fs/promises";
import { UnreadableFile } from "#exchange/unreadable-file.ts";

/** Largest office file that is looked at; one byte more is read, so that the reader can say how large it is. */
const LARGEST = 10 * 1024 * 1024;

function missing(path: string): UnreadableFile {
  return new UnreadableFile("no_such_file", `找不到文件“${path}”。请核对路径。`);
}

/** The bytes of a file, as far as the largest that will be accepted. Throws UnreadableFile. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) throw missing(path);
  if (info.size <= LARGEST) return await readFile(path);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LARGEST + 1), 0, LARGEST + 1, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}
