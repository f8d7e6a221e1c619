import { fileURLToPath } from "node:url";
import { keyOf } from "../plan/key.ts";
import { readFiles } from "../read-files.ts";
import type { ArtefactWork } from "./work.ts";
import { isKept } from "./work.ts";

const PUBLIC = fileURLToPath(new URL("../../../public/", import.meta.url));

/** Styles and scripts of the pages, and what lies in `public/`: the same while the code is the same. */
export async function writeAssets(work: ArtefactWork, folder: string, code: string): Promise<void> {
  for (const root of [folder, PUBLIC]) {
    for await (const { path, bytes } of readFiles(root)) {
      if (!isKept(work, path, keyOf(code))) await work.writer.put(path, bytes);
    }
  }
}
