import type { FileHandle } from "node:fs/promises";
import type { Reader } from "#db/open.ts";
import type { PublicMatter } from "#domain/view/public-reply.ts";
import { naming } from "./name-fault.ts";
import type { Frame } from "./project-frame.ts";
import { projectMotions } from "./project-motions.ts";

const AT_ONCE = 200;

export function* inBatches<T>(items: readonly T[], size: number = AT_ONCE): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/**
 * Public matters with all their words, asked for again after they were compared: those just projected wait in a file, so
 * that memory stays small however many there are; others are projected from the rows.
 */
export class MatterSource {
  readonly #reader: Reader;
  readonly #frame: Frame;
  readonly #file: FileHandle;
  readonly #places = new Map<string, readonly [at: number, bytes: number]>();
  #end = 0;
  /** Of the matters kept: those whose letters have attachments. */
  readonly withFiles = new Set<string>();

  /** @param file empty; the caller closes it */
  constructor(reader: Reader, frame: Frame, file: FileHandle) {
    this.#reader = reader;
    this.#frame = frame;
    this.#file = file;
  }

  async keep(matters: readonly PublicMatter[]): Promise<void> {
    const chunks: Buffer[] = [];
    for (const matter of matters) {
      if (matter.replies.some(({ attachments }) => attachments.length > 0)) this.withFiles.add(matter.id);
      const bytes = Buffer.from(JSON.stringify(matter));
      this.#places.set(matter.id, [this.#end, bytes.length]);
      this.#end += bytes.length;
      chunks.push(bytes);
    }
    const whole = Buffer.concat(chunks);
    await this.#file.write(whole, 0, whole.length, this.#end - whole.length);
  }

  async #readKept([at, length]: readonly [number, number]): Promise<PublicMatter> {
    const bytes = Buffer.alloc(length);
    await this.#file.read(bytes, 0, length, at);
    return JSON.parse(bytes.toString()) as PublicMatter;
  }

  async #getBatch(ids: readonly string[]): Promise<ReadonlyMap<string, PublicMatter>> {
    const found = new Map<string, PublicMatter>();
    for (const id of ids) {
      const place = this.#places.get(id);
      if (place) found.set(id, await this.#readKept(place));
    }
    const others = ids.filter((id) => !found.has(id));
    if (others.length === 0) return found;
    const project = async (some: readonly string[]) => await projectMotions(this.#reader, some, this.#frame);
    const { matters } = await naming(others, project);
    for (const { matter } of matters) found.set(matter.id, matter);
    return found;
  }

  /** In the order asked for. Throws where one is not public. */
  async *get(ids: readonly string[]): AsyncGenerator<PublicMatter> {
    for (const batch of inBatches(ids)) {
      const found = await this.#getBatch(batch);
      for (const id of batch) {
        const matter = found.get(id);
        if (!matter) throw new Error(`Failed to release: ${id} is not public`);
        yield matter;
      }
    }
  }
}
