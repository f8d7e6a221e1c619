import { readSync } from "node:fs";
import type { PublicMatter } from "#domain/view/public-reply.ts";
import { writeAt } from "../work-files.ts";

type Place = readonly [at: number, bytes: number];

/** Public matters as JSON, one behind the other. */
export type PackedMatters = {
  readonly ids: readonly string[];
  /** Bytes of each. */
  readonly sizes: readonly number[];
  readonly bytes: Uint8Array;
  /** Those whose letters have attachments. */
  readonly withFiles: readonly string[];
};

export function packMatters(matters: readonly PublicMatter[]): PackedMatters {
  const chunks = matters.map((matter) => Buffer.from(JSON.stringify(matter)));
  const hasFiles = ({ replies }: PublicMatter) => replies.some(({ attachments }) => attachments.length > 0);
  return {
    ids: matters.map(({ id }) => id),
    sizes: chunks.map(({ length }) => length),
    bytes: Buffer.concat(chunks),
    withFiles: matters.filter(hasFiles).map(({ id }) => id),
  };
}

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

  keep({ ids, sizes, bytes }: PackedMatters): void {
    writeAt(this.#fd, bytes, this.#end);
    for (const [at, id] of ids.entries()) {
      const size = sizes[at] ?? 0;
      this.#places.set(id, [this.#end, size]);
      this.#end += size;
    }
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
