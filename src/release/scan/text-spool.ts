import type { FileHandle } from "node:fs/promises";
import type { ReleaseTexts } from "#db/reads/withheld.ts";

const CHUNK = 4 * 1024 * 1024;

/** The texts that a release was read with: the withheld in memory, the open ones, which are many, in a file. */
export class TextSpool {
  readonly withheld: string[] = [];
  readonly #file: FileHandle;
  #end = 0;
  #waiting: string[] = [];

  /** @param file empty; the caller closes it */
  constructor(file: FileHandle) {
    this.#file = file;
  }

  async keep(texts: ReleaseTexts): Promise<void> {
    for (const text of texts.withheld) this.withheld.push(text);
    this.#waiting.push(...texts.open);
    if (this.#waiting.length >= 1000) await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting.map((text) => `${JSON.stringify(text)}\n`).join(""));
    this.#waiting = [];
    await this.#file.write(bytes, 0, bytes.length, this.#end);
    this.#end += bytes.length;
  }

  async *open(): AsyncGenerator<string> {
    await this.#flush();
    let rest: Buffer = Buffer.alloc(0);
    for (let at = 0; at < this.#end; at += CHUNK) {
      const chunk = Buffer.alloc(Math.min(CHUNK, this.#end - at));
      await this.#file.read(chunk, 0, chunk.length, at);
      const whole = Buffer.concat([rest, chunk]);
      const last = whole.lastIndexOf(0x0a);
      for (const line of whole.subarray(0, Math.max(last, 0)).toString().split("\n")) {
        if (line !== "") yield JSON.parse(line) as string;
      }
      rest = whole.subarray(last + 1);
    }
  }
}
