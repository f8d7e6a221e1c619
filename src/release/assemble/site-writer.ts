import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { link, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { partListOf } from "#domain/seal/release-seal.ts";
import { breathe } from "../breathe.ts";
import { GramFilter } from "../scan/gram-filter.ts";
import { type FileSeal, type PartSeal, sealFile, sealPart, sortFiles } from "../seal/manifest.ts";
import { FileWriter, toBytes } from "../write-files.ts";
import { growGrams, type SealedGrams, sealGrams, writeGrams } from "../scan/kept-grams.ts";
import { type KnownPart, placeIn, readFileList } from "./known-part.ts";
import { partOf, storeName } from "./parts.ts";

/** What is on its way from one writer to another, below the folder of the release. */
const WORK = "made.work";
const LIST = "files.json";

/** Readers get the old file or the new one. */
async function replaceFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

/** A part of which something changed: it is built anew beside the old one. */
type OpenPart = {
  readonly name: string;
  readonly folder: string;
  readonly files: Map<string, FileSeal>;
  grams: GramFilter;
  /** What stands on the disk beside it: of the part before, and of what other threads wrote. */
  sealedGrams: SealedGrams[];
  /** Lists of what other threads wrote: they are long and wait on the disk until they are asked for. */
  readonly lists: string[];
  readonly before: KnownPart | undefined;
  /** Files of the part before that are to be linked. */
  readonly linked: Map<string, FileSeal>;
  /** Files written anew of which only a part was inspected. */
  readonly kept: Set<string>;
};

/**
 * Looks at a file before it is written. Throws where it cannot be looked into.
 * @param before the text that stood there: what it says is in the filter of its part
 */
export type Inspect = (path: string, content: string | Uint8Array, grams: GramFilter, before?: string) => Promise<void>;

/** What another thread made of a part: its files stand on the disk. */
export type MadePart = {
  readonly name: string;
  readonly count: number;
  /** Of the filter over all that they say, and of their list. */
  readonly folder: string;
};

function takeIn({ lists, files, linked }: OpenPart): void {
  for (const list of lists.splice(0)) {
    for (const file of JSON.parse(readFileSync(list, "utf8")) as FileSeal[]) {
      linked.delete(file.path);
      files.set(file.path, file);
    }
  }
}

/** A file that, wholly or in part, is as it was in the release before, and where it lies. */
export type LinkedFile = { readonly path: string; readonly place: string };

export type Assembled = { readonly parts: readonly PartSeal[]; readonly written: number; readonly linked: number };

/**
 * Puts a release together: what is written is inspected and sealed on its way to the disk, everything else is linked
 * from the release before. Nothing is ever written into a folder that an older release shows.
 */
export class SiteWriter {
  readonly #folder: string;
  readonly #site: string;
  readonly #store: string;
  readonly #before: ReadonlyMap<string, KnownPart>;
  readonly #inspect: Inspect;
  readonly #files: FileWriter;
  readonly #expected: number;
  readonly #open = new Map<string, OpenPart>();
  readonly #dropped = new Set<string>();
  #written = 0;
  #linked = 0;

  /**
   * @param folder unfinished, of the release @param store of the parts that releases share
   * @param expected grams of a part, about
   */
  constructor(
    folder: string,
    site: string,
    store: string,
    before: readonly KnownPart[],
    inspect: Inspect,
    expected = 0,
  ) {
    this.#folder = folder;
    this.#site = site;
    this.#store = store;
    this.#before = new Map(before.map((part) => [part.name, part]));
    this.#inspect = inspect;
    this.#expected = expected;
    this.#files = new FileWriter(join(folder));
  }

  async #openPart(name: string): Promise<OpenPart> {
    const open = this.#open.get(name);
    if (open) return open;
    const before = this.#before.get(name);
    const known = before && growGrams(before.grams);
    const part: OpenPart = {
      name,
      folder: name === "" ? this.#site : join(this.#folder, "parts", name.replaceAll("/", "-")),
      files: new Map(),
      grams: known?.filter ?? GramFilter.empty(this.#expected),
      sealedGrams: known ? [known.sealed] : [],
      lists: [],
      before,
      linked: new Map((before ? await readFileList(before) : []).map((file) => [file.path, file])),
      kept: new Set(),
    };
    this.#open.set(name, part);
    return part;
  }

  #place(part: OpenPart, path: string): string {
    return placeIn(part, path);
  }

  /** Writes a file of the site. @param fresh what of it is to be inspected, where the rest stood in the file before */
  async put(path: string, content: string | Uint8Array, fresh?: Uint8Array): Promise<void> {
    await breathe();
    const bytes = toBytes(content);
    const part = await this.#openPart(partOf(path));
    await this.#inspect(path, fresh ?? content, part.grams, fresh ? undefined : this.#readBefore(part, path, content));
    if (fresh) part.kept.add(path);
    part.linked.delete(path);
    part.files.set(path, sealFile(path, bytes));
    this.#written++;
    this.#files.write(relative(this.#folder, this.#place(part, path)), bytes);
  }

  #readBefore({ before, linked }: OpenPart, path: string, content: string | Uint8Array): string | undefined {
    if (!before || typeof content !== "string" || !linked.has(path)) return undefined;
    return readFileSync(placeIn(before, path), "utf8");
  }

  /** Of a file that is written or will be linked; undefined for one that the site does not have. */
  async findSeal(path: string): Promise<FileSeal | undefined> {
    const part = await this.#openPart(partOf(path));
    takeIn(part);
    return part.files.get(path) ?? part.linked.get(path);
  }

  /** Leaves out a file of the release before. */
  async drop(path: string): Promise<void> {
    const part = await this.#openPart(partOf(path));
    part.linked.delete(path);
    part.files.delete(path);
  }

  /** The part is made anew: nothing of it is linked. */
  async beginPart(name: string): Promise<void> {
    const part = await this.#openPart(name);
    part.linked.clear();
    part.grams = GramFilter.empty(this.#expected);
    part.sealedGrams = [];
  }

  /** Leaves out a whole part of the release before. */
  dropPart(name: string): void {
    this.#dropped.add(name);
  }

  /** What was written here, for another writer of the same release to take over. */
  handOver(): MadePart[] {
    return [...this.#open.values()].map(({ name, files, grams }) => {
      const folder = join(this.#folder, WORK, randomUUID());
      writeGrams(folder, grams);
      writeFileSync(join(folder, LIST), JSON.stringify([...files.values()]));
      return { name, folder, count: files.size };
    });
  }

  async takeOver(parts: readonly MadePart[]): Promise<void> {
    for (const { name, folder, count } of parts) {
      const part = await this.#openPart(name);
      part.sealedGrams.push(sealGrams(folder));
      part.lists.push(join(folder, LIST));
      this.#written += count;
    }
  }

  /** What comes from the release before as it was, part by part, once everything is written. */
  async *listLinked(): AsyncGenerator<{ part: KnownPart; files: () => Promise<readonly LinkedFile[]> }> {
    for (const part of this.#before.values()) {
      if (this.#dropped.has(part.name)) continue;
      const open = this.#open.get(part.name);
      const files = async () => {
        const linked = open ? [...open.linked.values()] : await readFileList(part);
        const kept = [...(open?.kept ?? [])].map((path) => ({ path, place: this.#place(open as OpenPart, path) }));
        return [...linked.map(({ path }) => ({ path, place: placeIn(part, path) })), ...kept];
      };
      if (!open || open.linked.size + open.kept.size > 0) yield { part, files };
    }
  }

  #linkRest(part: OpenPart): void {
    const { before, linked } = part;
    if (!before) return;
    const made = new Set<string>();
    for (const file of linked.values()) {
      const target = placeIn(part, file.path);
      const folder = dirname(target);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      linkSync(placeIn(before, file.path), target);
      part.files.set(file.path, file);
    }
    this.#linked += linked.size;
  }

  async #closePart(part: OpenPart): Promise<PartSeal | undefined> {
    takeIn(part);
    this.#linkRest(part);
    const files = sortFiles(part.files.values());
    if (files.length === 0 && part.name !== "") return undefined;
    const seal = sealPart(part.name, files);
    const place = part.name === "" ? { list: "files.json", grams: "files.grams" } : this.#stored(seal);
    await writeFile(join(this.#folder, place.list), JSON.stringify(files));
    writeGrams(join(this.#folder, place.grams), part.grams, part.sealedGrams);
    if (part.name !== "") await this.#moveToStore(part, seal, files);
    return seal;
  }

  #stored({ name, root }: PartSeal): { list: string; grams: string } {
    const path = join("parts", storeName(name, root));
    return { list: `${path}.json`, grams: `${path}.grams` };
  }

  async #moveToStore(part: OpenPart, seal: PartSeal, files: readonly FileSeal[]): Promise<void> {
    const name = storeName(seal.name, seal.root);
    await rename(join(this.#folder, "parts", `${name}.json`), join(this.#store, `${name}.json`));
    // Nobody but the one release at work reads a filter; one that was there and is none then has everything made anew.
    await rm(join(this.#store, `${name}.grams`), { recursive: true, force: true });
    await rename(join(this.#folder, "parts", `${name}.grams`), join(this.#store, `${name}.grams`));
    const target = join(this.#store, name);
    await rename(part.folder, target).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
      // The same root is the same bytes, but what stands there may be damaged; readers may be at it.
      for (const { path } of files) await replaceFile(placeIn(part, path), placeIn({ ...part, folder: target }, path));
      await rm(part.folder, { recursive: true });
    });
  }

  async #linkPart({ name, root }: PartSeal): Promise<void> {
    const list = join(this.#site, partListOf(name));
    await mkdir(dirname(list), { recursive: true });
    const stored = name === "" ? join(this.#folder, "files.json") : join(this.#store, `${storeName(name, root)}.json`);
    await link(stored, list);
    if (name === "") return;
    const place = join(this.#site, name);
    await mkdir(dirname(place), { recursive: true });
    // As it will stand below the finished release, whose folder lies beside `parts`.
    const up = "../".repeat(name.split("/").length + 1);
    await symlink(`${up}parts/${storeName(name, root)}`, place, "dir");
  }

  /** Resolves when the whole release stands on the disk. */
  async finish(): Promise<Assembled> {
    await this.#openPart("");
    await mkdir(join(this.#folder, "parts"), { recursive: true });
    const parts: PartSeal[] = [];
    for (const part of this.#open.values()) {
      const seal = this.#dropped.has(part.name) ? undefined : await this.#closePart(part);
      if (seal) parts.push(seal);
    }
    for (const part of this.#before.values()) {
      if (this.#open.has(part.name) || this.#dropped.has(part.name)) continue;
      const { name, root, files, bytes } = part;
      parts.push({ name, root, files, bytes });
      this.#linked += files;
    }
    for (const part of parts) await this.#linkPart(part);
    for (const name of ["parts", WORK]) await rm(join(this.#folder, name), { recursive: true, force: true });
    return {
      parts: parts.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      written: this.#written,
      linked: this.#linked,
    };
  }
}
