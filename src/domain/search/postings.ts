/** Ascending numbers as differences of seven bits to the byte, the lowest first (LEB128). */
export class PostingWriter {
  #bytes = new Uint8Array(64);
  #length = 0;
  #last = 0;

  add(value: number): void {
    let rest = value - this.#last;
    this.#last = value;
    if (this.#length + 5 > this.#bytes.length) this.#grow();
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    this.#last = 0;
    return taken;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

export function readPostings(bytes: Uint8Array): Uint32Array {
  const values = new Uint32Array(bytes.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  let last = 0;
  for (const byte of bytes) {
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    last += value;
    values[count++] = last;
    value = 0;
    shift = 0;
  }
  return values.subarray(0, count);
}
