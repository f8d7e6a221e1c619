import type { FileHandle } from "node:fs/promises";
import type { ReleaseTexts } from "#db/reads/withheld.ts";
import { writeAt } from "../work-files.ts";

const CHUNK = 4 * 1024 * 1024;

/** The texts of some motions: the open ones, which are many, as bytes. */
export type PackedTexts = { readonly withheld: readonly string[]; readonly open: Uint8Array };

export function packTexts({ withheld, open }: ReleaseTexts): PackedTexts {
  return { withheld, open: Buffer.from(open.map((text) => `${JSON.stringify(text)}\n`).join("")) };
}

/** The texts that a release was read with: the withheld in memory, the open ones in a file. */
export class TextSpool {
  readonly withheld: string[] = [];
  readonly #file: FileHandle;
  #end = 0;

  /** @param file empty; the caller closes it */
  constructor(file: FileHandle) {
    this.#file = file;
  }

  keep({ withheld, open }: PackedTexts): void {
    for (const text of withheld) this.withheld.push(text);
    writeAt(this.#file.fd, open, this.#end);
    this.#end += open.length;
  }

  async *open(): AsyncGenerator<string> {
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
