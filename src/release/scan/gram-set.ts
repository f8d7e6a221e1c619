import type { VisitGram } from "./grams.ts";

const LEAST_SLOTS = 1 << 10;

/** A set of grams by both their hashes, which 64 bits tell apart for all that a city can hold. Open addressing. */
export class GramSet {
  #slots: Int32Array;
  #size: number;

  private constructor(slots: Int32Array, size: number) {
    this.#slots = slots;
    this.#size = size;
  }

  static empty(): GramSet {
    return new GramSet(new Int32Array(2 * LEAST_SLOTS), 0);
  }

  get size(): number {
    return this.#size;
  }

  /** Where the gram stands, or the empty slot where it would; a slot of two zeros is empty. */
  #find(one: number, two: number): number {
    const mask = this.#slots.length / 2 - 1;
    let at = one & mask;
    for (;;) {
      const [known, other] = [this.#slots[2 * at], this.#slots[2 * at + 1]];
      if ((known === one && other === two) || (known === 0 && other === 0)) return 2 * at;
      at = (at + 1) & mask;
    }
  }

  has(one: number, two: number): boolean {
    // Taken for an empty slot: rather too many than too few.
    if (one === 0 && two === 0) return true;
    const at = this.#find(one, two);
    return this.#slots[at] !== 0 || this.#slots[at + 1] !== 0;
  }

  readonly add: VisitGram = (one, two) => {
    if (this.has(one, two)) return;
    if (this.#size * 4 >= this.#slots.length) this.#grow();
    const at = this.#find(one, two);
    this.#slots[at] = one;
    this.#slots[at + 1] = two;
    this.#size++;
  };

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const [one, two] = [old[at] as number, old[at + 1] as number];
      if (one === 0 && two === 0) continue;
      const place = this.#find(one, two);
      this.#slots[place] = one;
      this.#slots[place + 1] = two;
    }
  }

  /** Little endian: the size, a zero, then the slots. */
  toBytes(): Uint8Array {
    const words = new Int32Array(2 + this.#slots.length);
    words[0] = this.#size;
    words.set(this.#slots, 2);
    return new Uint8Array(words.buffer);
  }

  /** Throws where the bytes are no set. */
  static fromBytes(bytes: Uint8Array): GramSet {
    const whole = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
    const words = new Int32Array(whole.buffer, whole.byteOffset, Math.floor(whole.byteLength / 4));
    const slots = words.subarray(2);
    const isWhole = slots.length >= 2 * LEAST_SLOTS && (slots.length & (slots.length - 1)) === 0;
    if (!isWhole) throw new Error("Failed to read the needles: they are cut off");
    return new GramSet(slots, words[0] ?? 0);
  }
}
