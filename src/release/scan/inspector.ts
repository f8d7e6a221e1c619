import { readFile } from "node:fs/promises";
import type { Reader } from "#db/open.ts";
import type { Inspect, LinkedFile, SiteWriter } from "../assemble/site-writer.ts";
import { readGrams } from "../assemble/known-part.ts";
import { LeakFound } from "../errors.ts";
import { confirmLeaks, strikeOpen, type Suspect } from "./confirm.ts";
import { addReading, findHeld } from "./file-grams.ts";
import { readingsOf } from "./fold-text.ts";
import type { GramFilter } from "./gram-filter.ts";
import { NeedleFinder, Needles } from "./needles.ts";
import { openArtefact, openWrittenText } from "./open-artefact.ts";
import { readArtefact } from "./scan-release.ts";
import { SeenPieces } from "./seen-pieces.ts";
import { toBytes } from "../write-files.ts";

type Finder = Pick<NeedleFinder, "findIn">;
/** Whom to ask whether something is open: the rows, of these motions. */
type Asked = { readonly reader: Reader; readonly near: readonly string[] };

/** Looks into every file of a release on its way to the disk, and into the linked ones where they may hold what is new. */
export class Inspector {
  readonly #finder: Finder;
  readonly #shows = new Map<string, readonly string[]>();
  readonly #suspects: Suspect[] = [];
  /** Pieces in which nothing was found, and the filter in which each was noted last. */
  readonly #seen = new SeenPieces<GramFilter>();

  constructor(finder: Finder) {
    this.#finder = finder;
  }

  readonly note = (file: string, shows: readonly string[]): void => {
    this.#shows.set(file, shows);
  };

  readonly inspect: Inspect = async (path, content, grams) => {
    this.#look(path, [path], grams);
    const pieces = typeof content === "string" ? openWrittenText(path, content) : undefined;
    if (pieces) this.#look(path, pieces, grams);
    else for await (const some of openArtefact(path, toBytes(content))) this.#look(path, some, grams);
    this.#shows.delete(path);
  };

  /** A piece that was clean is clean wherever it stands; it is noted once in each part. */
  #look(path: string, pieces: Iterable<string>, grams: GramFilter): void {
    for (const piece of pieces) {
      const notedIn = this.#seen.get(piece);
      if (notedIn === grams) continue;
      const readings = readingsOf(piece);
      for (const reading of readings) addReading(grams, reading);
      const found = notedIn ? [] : readings.flatMap((reading) => [...this.#finder.findIn(reading)]);
      if (found.length > 0) this.#suspect(path, new Set(found));
      else this.#seen.set(piece, grams);
    }
  }

  /** Those found so far, which are then another inspector's. */
  takeSuspects(): Suspect[] {
    return this.#suspects.splice(0);
  }

  addSuspects(suspects: readonly Suspect[]): void {
    this.#suspects.push(...suspects);
  }

  #suspect(path: string, stretches: ReadonlySet<string>): void {
    const shows = this.#shows.get(path) ?? [];
    for (const stretch of stretches) this.#suspects.push({ path, stretch, shows });
  }

  /**
   * What is linked, or taken over into a file that was written anew, was clean when it was written. It holds a leak now only if it holds a needle that is new: from a text
   * written since, or one that was open then (README). What its part's filter surely lacks need not be opened, nor what
   * other letters say in the open. Returns how many files were opened.
   */
  async checkLinked(writer: SiteWriter, fresh: Needles, { reader, near }: Asked): Promise<number> {
    if (fresh.size === 0) return 0;
    const parts = [];
    const held = new Set<string>();
    for await (const { part, files } of writer.listLinked()) {
      const grams = await readGrams(part);
      for (const text of findHeld(grams, fresh)) held.add(text);
      parts.push({ files, grams });
    }
    if (held.size === 0) return 0;
    const needles = Needles.of(held);
    await strikeOpen(reader, needles, near);
    let opened = 0;
    for (const { files, grams } of parts) {
      if (findHeld(grams, needles).length === 0) continue;
      opened += await this.#reopen(await files(), new NeedleFinder(needles));
    }
    return opened;
  }

  async #reopen(files: readonly LinkedFile[], finder: Finder): Promise<number> {
    for (const { path, place } of files) {
      for await (const reading of readArtefact(path, await readFile(place)))
        this.#suspect(path, finder.findIn(reading));
    }
    return files.length;
  }

  /** Throws LeakFound. */
  async assertClean(reader: Reader, former: Iterable<string>): Promise<void> {
    if (this.#suspects.length === 0) return;
    const paths = new Set((await confirmLeaks(reader, this.#suspects, former)).map(({ path }) => path));
    if (paths.size === 0) return;
    const named = [...paths].slice(0, 5).join(", ");
    throw new LeakFound(`Failed to release: withheld strings found in ${paths.size} files: ${named}`);
  }
}
