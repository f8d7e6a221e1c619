/** Characters remembered before the older half is forgotten; each piece takes the place of some more. */
const MOST = 6_000_000;
const OF_A_PIECE = 40;

/** A copy of its own: a piece cut out of a text would keep the whole text in memory. */
function copyOf(piece: string): string {
  return Buffer.from(piece, "utf16le").toString("utf16le");
}

/** Pieces of text that were looked at, with a mark each; memory is bounded, so that some are forgotten and looked at again. */
export class SeenPieces<Mark> {
  #young = new Map<string, Mark>();
  #old = new Map<string, Mark>();
  #size = 0;

  get(piece: string): Mark | undefined {
    return this.#young.get(piece) ?? this.#old.get(piece);
  }

  set(piece: string, mark: Mark): void {
    this.#young.set(copyOf(piece), mark);
    this.#size += piece.length + OF_A_PIECE;
    if (this.#size < MOST / 2) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#size = 0;
  }
}
