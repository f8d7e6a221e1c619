import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";

/** Written apart from the release's own scanner, so that the two can disagree. */
function words(bytes: Buffer): string {
  const raw = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return raw
    .toString("utf8")
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Every file of a folder with its words, decompressed, without spaces and joiners. */
export async function readAllText(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(
      async (file) =>
        [relative(folder, file), words(await readFile(file)).replace(/[\s\u200b-\u200f\u2060\ufeff]/g, "")] as const,
    ),
  );
  return new Map(texts);
}

export function filesWith(texts: ReadonlyMap<string, string>, needle: string): string[] {
  const wanted = needle.replace(/\s/g, "");
  return [...texts].filter(([path, text]) => text.includes(wanted) || path.includes(wanted)).map(([path]) => path);
}
