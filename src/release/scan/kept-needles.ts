import { linkSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GramSet } from "./gram-set.ts";
import { eachWindow, hashWindow } from "./grams.ts";
import type { Needles } from "./needles.ts";
import { ShortNeedleSet } from "./short-needle-set.ts";
import type { ShortNeedle } from "./short-needles.ts";
import { WINDOW } from "./window-set.ts";

const WINDOWS = "needles";
const SHORT = "needles.json";
/** Bytes of a set that later releases still add to: each writes it anew. */
const MOST_GROWING = 1 << 22;

const setFile = (folder: string, place: number): string => join(folder, WINDOWS, `${place}.grams`);

type StoredSet = { readonly file: string; readonly bytes: number; readonly set: GramSet };

/** Sets that lie on the disk and are linked from release to release. Throws where one is not as it was written. */
async function readSets(folder: string): Promise<StoredSet[]> {
  const sizes = JSON.parse(await readFile(join(folder, WINDOWS, "sizes.json"), "utf8")) as number[];
  return await Promise.all(
    sizes.map(async (bytes, place) => {
      const file = setFile(folder, place);
      const found = await readFile(file);
      if (found.length !== bytes) throw new Error("Failed to read the needles: they are cut off");
      return { file, bytes, set: GramSet.fromBytes(found) };
    }),
  );
}
const FORMER = "former-titles.json";

/** Throws where they cannot be read: without them a title that was changed would not be looked for in what is linked. */
export async function readFormer(folder: string): Promise<Set<string>> {
  return new Set(JSON.parse(await readFile(join(folder, FORMER), "utf8")) as string[]);
}

/**
 * What releases are searched for, kept from one to the next: all needles of the last full reading and of everything
 * written since. It holds too many rather than too few (a text that became public stays in it), so that a file in which
 * it finds nothing holds no needle; where it finds something, the rows decide (confirm.ts).
 */
export class KeptNeedles {
  /** Titles that were public and are not any more (make.ts). */
  readonly former = new Set<string>();
  readonly #windows: GramSet;
  /** Of the releases before: nothing is added to them. */
  readonly #sealed: readonly StoredSet[];
  readonly #short: Map<string, ShortNeedle>;
  #set: ShortNeedleSet | undefined;

  private constructor(windows: GramSet, sealed: readonly StoredSet[], short: Map<string, ShortNeedle>) {
    this.#windows = windows;
    this.#sealed = sealed;
    this.#short = short;
  }

  static none(): KeptNeedles {
    return new KeptNeedles(GramSet.empty(), [], new Map());
  }

  /** Throws where they cannot be read. */
  static async read(folder: string): Promise<KeptNeedles> {
    const sets = await readSets(folder);
    const last = sets.at(-1);
    const growing = last && last.bytes <= MOST_GROWING ? sets.pop() : undefined;
    const short = JSON.parse(await readFile(join(folder, SHORT), "utf8")) as ShortNeedle[];
    const known = new Map(short.map((needle) => [needle.text, needle]));
    const kept = new KeptNeedles(growing?.set ?? GramSet.empty(), sets, known);
    for (const title of await readFormer(folder)) kept.former.add(title);
    return kept;
  }

  async write(folder: string): Promise<void> {
    await mkdir(join(folder, WINDOWS));
    for (const [place, { file }] of this.#sealed.entries()) linkSync(file, setFile(folder, place));
    const own = this.#windows.toBytes();
    await writeFile(setFile(folder, this.#sealed.length), own);
    const sizes = [...this.#sealed.map(({ bytes }) => bytes), own.length];
    await writeFile(join(folder, WINDOWS, "sizes.json"), JSON.stringify(sizes));
    await writeFile(join(folder, SHORT), JSON.stringify([...this.#short.values()]));
    await writeFile(join(folder, FORMER), JSON.stringify([...this.former]));
  }

  add(needles: Needles): void {
    needles.windows.eachOwn((codes, from) => hashWindow(codes, from, this.#windows.add));
    for (const needle of needles.short.values()) this.#short.set(needle.text, needle);
    this.#set = undefined;
  }

  #hasWindow(one: number, two: number): boolean {
    return this.#windows.has(one, two) || this.#sealed.some(({ set }) => set.has(one, two));
  }

  /** Each stretch of the folded text that may be withheld. */
  findIn(text: string): Set<string> {
    this.#set ??= new ShortNeedleSet(this.#short.values());
    const found = this.#set.findIn(text);
    let start = -1;
    let end = -1;
    eachWindow(text, (from, one, two) => {
      if (!this.#hasWindow(one, two)) return;
      if (from > end) {
        if (end >= 0) found.add(text.slice(start, end));
        start = from;
      }
      end = from + WINDOW;
    });
    if (end >= 0) found.add(text.slice(start, end));
    return found;
  }
}
