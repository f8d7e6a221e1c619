import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { LETTERS_LIMITS, megabytes } from "#exchange/zip/zip-limits.ts";
import { walkZip } from "#exchange/zip/walk-zip.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import type { LetterFile } from "#services/archives/take-letters.ts";
import { readBytes } from "./read-input.ts";

/** ~$ marks the lock file of an open document. */
export function isWordFile(name: string): boolean {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return /\.docx?$/i.test(last) && !last.startsWith("~$") && !last.startsWith("._");
}

/** Word files of a folder and of the folders in it, by their paths within it. Throws UnreadableFile no_such_folder. */
export async function listWordFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => {
    throw new UnreadableFile("no_such_folder", `找不到文件夹“${folder}”。请核对路径。`);
  });
  return names.filter(isWordFile).toSorted();
}

async function* lettersOfFolder(folder: string, names: readonly string[]): AsyncGenerator<LetterFile> {
  for (const name of names) yield { name, bytes: await readBytes(join(folder, name)) };
}

async function readZip(path: string, size: number): Promise<Uint8Array> {
  if (size <= LETTERS_LIMITS.fileBytes) return await readFile(path);
  const message = `压缩包有 ${megabytes(size)}，超过 ${megabytes(LETTERS_LIMITS.fileBytes)} 的上限。请解压成文件夹后再导入。`;
  throw new UnreadableFile("too_large", message);
}

/** The letters of a folder or of a ZIP, read one after another, and how many there are (null: not known beforehand). */
export async function openLetters(path: string): Promise<{ files: AsyncIterable<LetterFile>; count: number | null }> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isFile()) return { files: walkZip(await readZip(path, info.size), isWordFile), count: null };
  const names = await listWordFiles(path);
  return { files: lettersOfFolder(path, names), count: names.length };
}
