import { foldText } from "./fold-text.ts";
import { decodeText } from "./decode-text.ts";
import { ShortNeedleSet } from "./short-needle-set.ts";
import { type ShortNeedle, toShortNeedle } from "./short-needles.ts";
import { type SharedWindows, WINDOW, WindowSet } from "./window-set.ts";

/** After such a sign the next paragraph goes on with the same prose; after a cell or heading something else begins. */
const END_OF_PROSE = /[。！？；：.!?;:”」]$/;

/** Folded as the readings of a file are. */
export function foldNeedle(text: string): string {
  return foldText(decodeText(text));
}

/** Folded pieces within which a window may lie: paragraphs, joined where prose goes on. */
export function toPieces(text: string): string[] {
  const pieces: string[] = [];
  let goesOn = false;
  for (const line of text.split("\n")) {
    const folded = foldNeedle(line);
    if (folded === "") continue;
    if (goesOn) pieces.push((pieces.pop() ?? "") + folded);
    else pieces.push(folded);
    goesOn = END_OF_PROSE.test(line.trimEnd());
  }
  return pieces;
}

export type SharedNeedles = { readonly windows: SharedWindows; readonly short: readonly ShortNeedle[] };

/** What a release is searched for. */
export class Needles {
  readonly windows: WindowSet;
  readonly short: ShortNeedleSet;

  private constructor(windows: WindowSet, short: ShortNeedleSet) {
    this.windows = windows;
    this.short = short;
  }

  static of(withheld: Iterable<string>): Needles {
    const long: string[] = [];
    const short = [];
    for (const piece of new Set([...withheld].flatMap(toPieces))) {
      if (piece.length >= WINDOW) long.push(piece);
      const needle = toShortNeedle(piece);
      if (needle) short.push(needle);
    }
    return new Needles(WindowSet.of(long), new ShortNeedleSet(short));
  }

  /** For finding only. */
  static fromShared({ windows, short }: SharedNeedles): Needles {
    return new Needles(WindowSet.fromShared(windows), new ShortNeedleSet(short));
  }

  /** What another thread finds with, once nothing more is struck out. */
  get shared(): SharedNeedles {
    return { windows: this.windows.shared, short: [...this.short.values()] };
  }

  /** Strikes out what an open text says too. */
  removeIn(open: string): void {
    const lines = decodeText(open).split("\n").map(foldText);
    const folded = lines.join("");
    this.windows.removeIn(folded);
    this.short.removeIn(folded);
    for (const line of lines) this.windows.removeAtEdges(line);
  }

  /** Windows, and short ones. */
  get size(): number {
    return this.windows.size + this.short.size;
  }
}

/** Finds in one pass whatever of the needles stands in a text. */
export class NeedleFinder {
  readonly #needles: Needles;

  constructor(needles: Needles) {
    this.#needles = needles;
  }

  /** Each stretch of the folded text that is withheld. */
  findIn(text: string): Set<string> {
    return new Set([...this.#needles.windows.findIn(text), ...this.#needles.short.findIn(text)]);
  }
}
