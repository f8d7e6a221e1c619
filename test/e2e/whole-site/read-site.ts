import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export type Html = { readonly path: string; readonly html: string };

/** Every file of a site, as a reader asks for it: /a/b.csv. */
export async function listFiles(folder: string, inside = ""): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
    const path = `${inside}/${entry.name}`;
    // Parts of a release are links to folders.
    const isFolder = entry.isDirectory() || entry.isSymbolicLink();
    found.push(...(isFolder ? await listFiles(folder, path) : [path]));
  }
  return found;
}

export async function readPages(folder: string, files: readonly string[]): Promise<Html[]> {
  const pages = files.filter((file) => file.endsWith(".html"));
  return await Promise.all(
    pages.map(async (file) => ({
      path: file.replace(/index\.html$/, ""),
      html: await readFile(join(folder, file), "utf8"),
    })),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  "#38": "&",
  "#34": '"',
};
const decode = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Values of an attribute in the order of the page. */
export function listValues(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, "g"))].map(([, value = ""]) => decode(value));
}

export function readMetas(html: string): ReadonlyMap<string, string> {
  const tags = [...html.matchAll(/<meta name="([^"]+)" content="([^"]*)"/g)];
  return new Map(tags.map(([, name = "", content = ""]) => [name, decode(content)]));
}
