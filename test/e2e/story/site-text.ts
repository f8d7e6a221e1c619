import { readFile, readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";

/** Written apart from the release's own scanner, so that the two can disagree. */
function words(bytes: Buffer): string {
  const raw = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return raw
    .toString("utf8")
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A web server follows links, and so does whoever looks for what must not be there. */
async function listFiles(folder: string): Promise<string[]> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const found = await Promise.all(
    paths.map(async (path) => ((await stat(path)).isDirectory() ? await listFiles(path) : [path])),
  );
  return found.flat();
}

/** Every file of a folder with its words, decompressed, without spaces and joiners. */
export async function readAllText(folder: string): Promise<Map<string, string>> {
  const files = await listFiles(folder);
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
