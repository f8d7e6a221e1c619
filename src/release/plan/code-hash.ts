import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = new URL("../../../", import.meta.url);
/** Whatever decides how a fact becomes a byte of the site. */
const FOLDERS = ["src/domain/", "src/site/", "src/pages/", "src/release/", "src/exchange/", "db/reads/", "public/"];
const FILES = ["astro.config.mjs", "package-lock.json"];

let known: Promise<string> | undefined;

async function hashCode(): Promise<string> {
  const names: string[] = [];
  for (const folder of FOLDERS) {
    const entries = await readdir(new URL(folder, root), { recursive: true, withFileTypes: true });
    for (const entry of entries) if (entry.isFile()) names.push(`${entry.parentPath}/${entry.name}`);
  }
  const files = [...names.toSorted(), ...FILES.map((name) => fileURLToPath(new URL(name, root)))];
  // Where words end in a heading is the runtime's knowledge (site/format/split-words.ts).
  const hash = createHash("sha256").update(process.versions["icu"] ?? "");
  for (const bytes of await Promise.all(files.map(async (name) => await readFile(name)))) hash.update(bytes);
  return hash.digest("base64url").slice(0, 22);
}

/** Of the code that this process runs. */
export async function findCodeHash(): Promise<string> {
  known ??= hashCode();
  return await known;
}
