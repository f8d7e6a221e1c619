import { keyOf } from "../plan/key.ts";
import { type ArtefactWork, isKept } from "./work.ts";

const FILE = "data/SHA256SUMS.txt";

/** Checksums of the downloads, as `sha256sum -c` reads them in the folder of the data. */
export async function writeChecksums(work: ArtefactWork): Promise<void> {
  const lines: string[] = [];
  for (const path of [...work.keys.keys()].filter((name) => name.startsWith("data/")).toSorted()) {
    if (path === FILE) continue;
    const seal = await work.writer.findSeal(path);
    if (!seal) throw new Error(`Failed to release: ${path} was not written`);
    lines.push(`${seal.sha256}  ${path.slice("data/".length)}\n`);
  }
  const text = lines.join("");
  if (!isKept(work, FILE, keyOf(text))) await work.writer.put(FILE, text);
}
