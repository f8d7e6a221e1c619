import { readSync, writeSync } from "node:fs";
import type { PublicMatter } from "#domain/view/public-reply.ts";

type Place = readonly [at: number, bytes: number];

/** Public matters as JSON in a file, so that memory stays small however many there are. */
export class KeptMatters {
  readonly #fd: number;
  readonly #places: Map<string, Place>;
  #end = 0;

  /** @param fd of an open file; the caller closes it @param places of what another wrote into it */
  constructor(fd: number, places: ReadonlyMap<string, Place> = new Map()) {
    this.#fd = fd;
    this.#places = new Map(places);
  }

  get places(): ReadonlyMap<string, Place> {
    return this.#places;
  }

  keep(matters: readonly PublicMatter[]): void {
    const chunks: Buffer[] = [];
    let end = this.#end;
    for (const matter of matters) {
      const bytes = Buffer.from(JSON.stringify(matter));
      this.#places.set(matter.id, [end, bytes.length]);
      end += bytes.length;
      chunks.push(bytes);
    }
    const whole = Buffer.concat(chunks);
    for (let done = 0; done < whole.length;)
      done += writeSync(this.#fd, whole, done, whole.length - done, this.#end + done);
    this.#end = end;
  }

  /** The very bytes that its matter gives as JSON. */
  read(id: string): Buffer | undefined {
    const place = this.#places.get(id);
    if (!place) return undefined;
    const bytes = Buffer.allocUnsafe(place[1]);
    if (readSync(this.#fd, bytes, 0, place[1], place[0]) !== place[1]) throw new Error(`Failed to read back ${id}`);
    return bytes;
  }
}
