import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Writes under way at once: the disk is kept busy while the next page is rendered, and memory stays bounded. */
const AT_ONCE = 32;

/** Writes the files of a release below one folder. The first failure is thrown by the next call, or by `finish`. */
export class FileWriter {
  readonly #folder: string;
  readonly #made = new Map<string, Promise<unknown>>();
  readonly #pending = new Set<Promise<void>>();
  #failure: unknown;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(path: string, text: string | Uint8Array): Promise<void> {
    while (this.#pending.size >= AT_ONCE) await Promise.race(this.#pending);
    this.#throwFailure();
    const done = this.#store(join(this.#folder, path), text)
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => this.#pending.delete(done));
    this.#pending.add(done);
  }

  /** Resolves when everything stands on the disk. */
  async finish(): Promise<void> {
    await Promise.all(this.#pending);
    this.#throwFailure();
  }

  async #store(file: string, text: string | Uint8Array): Promise<void> {
    const folder = dirname(file);
    const made = this.#made.get(folder) ?? mkdir(folder, { recursive: true });
    this.#made.set(folder, made);
    await made;
    await writeFile(file, text);
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}
