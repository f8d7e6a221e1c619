import { readFile, readdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";

/** What the first screen after signing in may weigh, compressed (issue "The console"). */
export const MOST_SCRIPT = 350 * 1024;
/** The frame, and the screen that everybody sees first. */
const FIRST = /^(?:console-shell|today)-[\w-]+\.js$/;

const importsOf = (code: string) =>
  [...code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)].map(([, name = ""]) => name);

/** Scripts that a built console loads for its first screen, whatever they import with them; bytes compressed. */
export async function measureFirstScreen(folder: URL): Promise<{ readonly name: string; readonly bytes: number }[]> {
  const assets = new URL("assets/", folder);
  const page = await readFile(new URL("index.html", folder), "utf8");
  const entries = [...page.matchAll(/assets\/([\w.-]+\.js)"/g)].map(([, name = ""]) => name);
  const waiting = [...entries, ...(await readdir(assets)).filter((name) => FIRST.test(name))];
  const scripts = new Map<string, number>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (scripts.has(name)) continue;
    const code = await readFile(new URL(name, assets));
    scripts.set(name, gzipSync(code).length);
    waiting.push(...importsOf(code.toString()));
  }
  return [...scripts].map(([name, bytes]) => ({ name, bytes })).toSorted((a, b) => b.bytes - a.bytes);
}
