import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { RECEIPTS_PATH } from "#domain/seal/receipt.ts";
import { partListOf, SEAL_PATH, type ListedFile, type ReleaseSeal } from "#domain/seal/release-seal.ts";
import { readManifest, releasesFolder, SITE } from "../folders.ts";
import type { Manifest } from "../seal/manifest.ts";
import { toClassicScript } from "./classic-script.ts";
import { OFFLINE_SCRIPT, START_PAGE, toOfflinePage, type Offline } from "./offline-page.ts";
import { toStartPage } from "./start-page.ts";
import { ZipWriter } from "./write-zip.ts";

/** For robots and servers, and copies inside a copy. */
const LEFT_OUT = /^(?:sitemap[\w-]*\.xml|robots\.txt|404\.html|offline\/)/;
const SEARCH = "search-index/";

type Site = {
  readonly folder: string;
  readonly seal: ReleaseSeal;
  readonly manifest: Manifest;
  readonly files: readonly ListedFile[];
};

export type Bundle = {
  readonly release: string;
  readonly root: string;
  /** Day of the release in Shanghai. */
  readonly day: string;
  readonly files: number;
  readonly bytes: number;
  readonly sha256: string;
};

const readJson = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, "utf8")) as T;
const hash = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** What the release lists, and no other file that may lie beside it. */
async function readSite(dataFolder: string, id: string): Promise<Site> {
  const manifest = await readManifest(dataFolder, id);
  if (!manifest?.parts) throw new Error(`Failed to bundle: ${id} has no manifest`);
  const folder = join(releasesFolder(dataFolder), id, SITE);
  const lists = manifest.parts.map(async ({ name }) => await readJson<ListedFile[]>(join(folder, partListOf(name))));
  const files = (await Promise.all(lists)).flat().filter(({ path }) => !LEFT_OUT.test(path));
  const seal = await readJson<ReleaseSeal>(join(folder, SEAL_PATH));
  return { folder, seal, manifest, files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Its bytes, as they were sealed. */
async function readListed({ folder }: Site, { path, sha256 }: ListedFile): Promise<Buffer> {
  const bytes = await readFile(join(folder, path));
  if (hash(bytes) !== sha256) throw new Error(`Failed to bundle: ${path} is not as it was released`);
  return bytes;
}

type Part = readonly [path: string, bytes: Uint8Array];
type DataPackage = {
  readonly title: string;
  readonly contributors: readonly { readonly title: string }[];
  readonly licenses?: readonly { readonly title: string; readonly path: string }[];
};

async function toPart(site: Site, file: ListedFile, offline: Offline): Promise<Part> {
  const { path } = file;
  const bytes = await readListed(site, file);
  if (path.startsWith(SEARCH)) {
    const script = `huiyinFile(${JSON.stringify(path)},"${bytes.toString("base64")}")\n`;
    return [`site/${path}.js`, Buffer.from(script)];
  }
  if (extname(path) === ".html") return [`site/${path}`, Buffer.from(toOfflinePage(bytes.toString(), path, offline))];
  const isModule = extname(path) === ".js" && /^(?:import|export)\b|\bexport\s*\{/m.test(bytes.toString());
  if (isModule) return [`site/${path}`, Buffer.from(await toClassicScript(join(site.folder, path)))];
  return [`site/${path}`, bytes];
}

function toChineseDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

async function* listParts(site: Site, day: string): AsyncGenerator<Part> {
  const { folder, seal, manifest, files } = site;
  const { base, origin } = manifest;
  const sealed = [SEAL_PATH, RECEIPTS_PATH, ...manifest.parts.map(({ name }) => partListOf(name))];
  const names = new Set([...files.map(({ path }) => path), ...sealed]);
  const offline: Offline = { base, origin, day: toChineseDay(day), has: (file) => names.has(file) };
  const { title, contributors, licenses } = await readJson<DataPackage>(join(folder, "data/datapackage.json"));
  const { id: release, root, publicKey, pages } = seal;
  const address = origin && `${origin}${base}`;
  const publisher = contributors[0]?.title ?? "";
  const about = { title, publisher, licence: licenses?.[0], address, day: offline.day };
  yield [START_PAGE, Buffer.from(toStartPage({ ...about, release, root, publicKey, pages }))];
  const shim = fileURLToPath(new URL("offline.js", import.meta.url));
  yield [`site/${OFFLINE_SCRIPT}`, await readFile(shim)];
  for (const path of sealed.toSorted()) yield [`site/${path}`, await readFile(join(folder, path))];
  for (const file of files) yield await toPart(site, file, offline);
}

/**
 * The site of a release as a ZIP that opens from a folder, without a server and without the network. It holds what the
 * release lists and nothing else; the same release makes the same bytes.
 * @param day of the release in Shanghai @param file where it is to stand; it is there as a whole or not at all
 */
export async function writeBundle(dataFolder: string, id: string, day: string, file: string): Promise<Bundle> {
  const site = await readSite(dataFolder, id);
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.new`;
  const handle = await open(unfinished, "w");
  try {
    const zip = new ZipWriter(handle);
    const sums: string[] = [];
    const top = `huiyin-${day}/`;
    for await (const [path, bytes] of listParts(site, day)) {
      sums.push(`${hash(bytes)}  ${path}\n`);
      await zip.add(`${top}${path}`, bytes);
    }
    await zip.add(`${top}SHA256SUMS.txt`, Buffer.from(sums.join("")));
    const bytes = await zip.finish();
    await handle.close();
    await rename(unfinished, file);
    const { root } = site.seal;
    return { release: id, root, day, files: zip.entries, bytes, sha256: await hashFile(file) };
  } finally {
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
  }
}

async function hashFile(file: string): Promise<string> {
  const sum = createHash("sha256");
  const handle = await open(file);
  for await (const chunk of handle.createReadStream()) sum.update(chunk as Buffer);
  return sum.digest("hex");
}
