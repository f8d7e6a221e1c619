import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { MARK } from "./canary-city.ts";

/** What a file holds once it is unpacked, with nothing of the scan's own. */
function unpack(bytes: Buffer): readonly Uint8Array[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzipSync(bytes)];
  if (bytes.toString("latin1", 0, 2) === "PK") return Object.values(unzipSync(bytes));
  return [bytes];
}

/** Marks in the bytes and names of all files below a folder, links followed, with the first file of each. */
export async function readSiteMarks(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const walk = async (inside: string): Promise<void> => {
    for (const name of await readdir(join(folder, inside))) {
      const path = join(inside, name);
      if ((await stat(join(folder, path))).isDirectory()) await walk(path);
      else
        for (const part of [Buffer.from(path), ...unpack(await readFile(join(folder, path)))])
          for (const mark of Buffer.from(part).toString("latin1").match(MARK) ?? [])
            if (!found.has(mark)) found.set(mark, path);
    }
  };
  await walk("");
  return found;
}
