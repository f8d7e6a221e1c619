import type { Inspect } from "../assemble/site-writer.ts";
import type { Suspect } from "./confirm.ts";
import { addReading } from "./file-grams.ts";
import { readingsOf } from "./fold-text.ts";
import type { GramFilter } from "./gram-filter.ts";
import type { NeedleFinder } from "./needles.ts";
import { openArtefact, openWrittenText } from "./open-artefact.ts";
import { SeenPieces } from "./seen-pieces.ts";
import { toBytes } from "../write-files.ts";

type Finder = Pick<NeedleFinder, "findIn">;

/** Looks into every file of a release on its way to the disk. */
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

  readonly inspect: Inspect = async (path, content, grams, before) => {
    this.#look(path, [path], grams);
    const pieces = typeof content === "string" ? openWrittenText(path, content) : undefined;
    const noted = new Set(before === undefined ? [] : openWrittenText(path, before));
    if (pieces) this.#look(path, pieces, grams, noted);
    else for await (const some of openArtefact(path, toBytes(content))) this.#look(path, some, grams);
    this.#shows.delete(path);
  };

  /**
   * A piece that was clean is clean wherever it stands; it is noted once in each part.
   * @param noted pieces that the filter of the part has from the release before
   */
  #look(path: string, pieces: Iterable<string>, grams: GramFilter, noted?: ReadonlySet<string>): void {
    for (const piece of pieces) {
      const notedIn = this.#seen.get(piece);
      if (notedIn === grams) continue;
      const readings = readingsOf(piece);
      if (!noted?.has(piece)) for (const reading of readings) addReading(grams, reading);
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
}
