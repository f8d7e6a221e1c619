import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GramSet } from "./gram-set.ts";
import { eachWindow, hashWindow } from "./grams.ts";
import type { Needles } from "./needles.ts";
import { ShortNeedleSet } from "./short-needle-set.ts";
import type { ShortNeedle } from "./short-needles.ts";
import { WINDOW } from "./window-set.ts";

const WINDOWS = "needles.grams";
const SHORT = "needles.json";
const FORMER = "former-titles.json";

/** Empty where the release wrote none down. */
export async function readFormer(folder: string): Promise<Set<string>> {
  const text = await readFile(join(folder, FORMER), "utf8").catch(() => "[]");
  return new Set(JSON.parse(text) as string[]);
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
  readonly #short: Map<string, ShortNeedle>;
  #set: ShortNeedleSet | undefined;

  private constructor(windows: GramSet, short: Map<string, ShortNeedle>) {
    this.#windows = windows;
    this.#short = short;
  }

  static none(): KeptNeedles {
    return new KeptNeedles(GramSet.empty(), new Map());
  }

  /** Throws where they cannot be read. */
  static async read(folder: string): Promise<KeptNeedles> {
    const windows = GramSet.fromBytes(await readFile(join(folder, WINDOWS)));
    const short = JSON.parse(await readFile(join(folder, SHORT), "utf8")) as ShortNeedle[];
    const kept = new KeptNeedles(windows, new Map(short.map((needle) => [needle.text, needle])));
    for (const title of await readFormer(folder)) kept.former.add(title);
    return kept;
  }

  async write(folder: string): Promise<void> {
    await writeFile(join(folder, WINDOWS), this.#windows.toBytes());
    await writeFile(join(folder, SHORT), JSON.stringify([...this.#short.values()]));
    await writeFile(join(folder, FORMER), JSON.stringify([...this.former]));
  }

  add(needles: Needles): void {
    needles.windows.eachOwn((codes, from) => hashWindow(codes, from, this.#windows.add));
    for (const needle of needles.short.values()) this.#short.set(needle.text, needle);
    this.#set = undefined;
  }

  /** Each stretch of the folded text that may be withheld. */
  findIn(text: string): Set<string> {
    this.#set ??= new ShortNeedleSet(this.#short.values());
    const found = this.#set.findIn(text);
    let start = -1;
    let end = -1;
    eachWindow(text, (from, one, two) => {
      if (!this.#windows.has(one, two)) return;
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
