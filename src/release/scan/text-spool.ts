import { open } from "node:fs/promises";
import type { ReleaseTexts } from "#db/reads/withheld.ts";
import { writeAt } from "../work-files.ts";

const CHUNK = 4 * 1024 * 1024;

/** The texts of some motions: the open ones, which are many, as bytes. */
export type PackedTexts = { readonly withheld: readonly string[]; readonly open: Uint8Array };

export function packTexts({ withheld, open: said }: ReleaseTexts): PackedTexts {
  return { withheld, open: Buffer.from(said.map((text) => `${JSON.stringify(text)}\n`).join("")) };
}

/** Where the texts are that a release was read with: the withheld in memory, the open ones in a file. */
export type SpooledTexts = { readonly withheld: readonly string[]; readonly file: string; readonly end: number };

export class TextSpool {
  readonly #file: string;
  readonly #fd: number;
  readonly #withheld: string[] = [];
  #end = 0;

  /** @param fd of the file, which is empty; the caller closes it */
  constructor(file: string, fd: number) {
    this.#file = file;
    this.#fd = fd;
  }

  keep({ withheld, open }: PackedTexts): void {
    for (const text of withheld) this.#withheld.push(text);
    writeAt(this.#fd, open, this.#end);
    this.#end += open.length;
  }

  get texts(): SpooledTexts {
    return { withheld: this.#withheld, file: this.#file, end: this.#end };
  }
}

export async function* readOpenTexts({ file, end }: SpooledTexts): AsyncGenerator<string> {
  const handle = await open(file);
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (let at = 0; at < end; at += CHUNK) {
      const chunk = Buffer.alloc(Math.min(CHUNK, end - at));
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
      if (bytesRead !== chunk.length) throw new Error("Failed to read back the open texts");
      const whole = Buffer.concat([rest, chunk]);
      const last = whole.lastIndexOf(0x0a);
      for (const line of whole.subarray(0, Math.max(last, 0)).toString().split("\n")) {
        if (line !== "") yield JSON.parse(line) as string;
      }
      rest = whole.subarray(last + 1);
    }
  } finally {
    await handle.close();
  }
}
