import type { PublicMatter } from "#domain/view/public-reply.ts";
import type { KeptMatters, PackedMatters } from "./kept-matters.ts";

const AT_ONCE = 200;

export function* inBatches<T>(items: readonly T[], size: number = AT_ONCE): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** A public matter, and the JSON that it gives. */
type MatterText = { readonly matter: PublicMatter; readonly json: Buffer };
type Project = (ids: readonly string[]) => Promise<readonly PublicMatter[]>;

/**
 * Public matters with all their words, asked for again after they were compared: those just projected wait in a file,
 * others are projected from the rows.
 */
export class MatterSource {
  readonly #kept: KeptMatters;
  readonly #project: Project;
  /** Of the matters kept: those whose letters have attachments. */
  readonly withFiles = new Set<string>();

  constructor(kept: KeptMatters, project: Project) {
    this.#kept = kept;
    this.#project = project;
  }

  get places(): KeptMatters["places"] {
    return this.#kept.places;
  }

  keep(packed: PackedMatters): void {
    for (const id of packed.withFiles) this.withFiles.add(id);
    this.#kept.keep(packed);
  }

  async #projectOthers(ids: readonly string[]): Promise<ReadonlyMap<string, PublicMatter>> {
    const others = ids.filter((id) => !this.#kept.places.has(id));
    const matters = others.length === 0 ? [] : await this.#project(others);
    return new Map(matters.map((matter) => [matter.id, matter]));
  }

  /** In the order asked for. Throws where one is not public. */
  async *getTexts(ids: readonly string[]): AsyncGenerator<MatterText> {
    for (const batch of inBatches(ids)) {
      const others = await this.#projectOthers(batch);
      for (const id of batch) {
        const kept = this.#kept.read(id);
        const matter = kept ? (JSON.parse(kept.toString()) as PublicMatter) : others.get(id);
        if (!matter) throw new Error(`Failed to release: ${id} is not public`);
        yield { matter, json: kept ?? Buffer.from(JSON.stringify(matter)) };
      }
    }
  }

  /** In the order asked for. Throws where one is not public. */
  async *get(ids: readonly string[]): AsyncGenerator<PublicMatter> {
    for await (const { matter } of this.getTexts(ids)) yield matter;
  }
}
