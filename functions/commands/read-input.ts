import { readFile, stat } from "node:fs/promises";
import { UnreadableFile } from "#exchange/unreadable-file.ts";

/** Largest office file that is looked at. */
const LARGEST_MB = 10;

function missing(path: string): UnreadableFile {
  return new UnreadableFile("no_such_file", `找不到文件“${path}”。请核对路径。`);
}

/** The bytes of a file. Throws UnreadableFile for one that is not there or too large to be an office file. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) throw missing(path);
  const megabytes = info.size / 1024 / 1024;
  if (megabytes <= LARGEST_MB) return await readFile(path);
  const message = `文件“${path}”有 ${megabytes.toFixed(1)} MB，超过 ${LARGEST_MB} MB 的上限。请核对是否选错文件，或删去其中的图片后再试。`;
  throw new UnreadableFile("too_large", message);
}

export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}
