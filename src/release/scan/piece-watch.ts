import { LEAST_BASE64 } from "./decode-base64.ts";
import { AT_SIGN, LEAST_DIGITS } from "./telling.ts";

const [PLAIN, BLANK, BASE64, DIGIT, TELLING] = [0, 1, 2, 3, 4] as const;

/** What a character of ASCII may be part of; &, \ and % may stand for any other. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if ("&\\%".includes(char) || code === AT_SIGN) return TELLING;
  if (/\d/.test(char)) return DIGIT;
  if (/[A-Za-z+/_-]/.test(char)) return BASE64;
  return code <= 0x20 || code === 0x7f ? BLANK : PLAIN;
});

/**
 * Tells pieces in which something withheld could stand from those in which surely nothing does: ASCII without escapes, long
 * numbers, an @ or base64 holds no needle (telling.ts, short-needles.ts).
 */
export class PieceWatch {
  #digits = 0;
  #run = 0;

  /** What follows does not go on with what was seen. */
  reset(): void {
    this.#digits = 0;
    this.#run = 0;
  }

  /** Could something stand in this piece, or in it and those since `reset`? */
  sees(text: string, from: number, to: number): boolean {
    let digits = this.#digits;
    let run = this.#run;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      const kind = code < 128 ? (KINDS[code] as number) : TELLING;
      // Folding takes blanks out.
      if (kind === BLANK) continue;
      digits = kind === DIGIT ? digits + 1 : 0;
      run = kind === BASE64 || kind === DIGIT ? run + 1 : 0;
      if (kind === TELLING || digits >= LEAST_DIGITS || run >= LEAST_BASE64) return true;
    }
    this.#digits = digits;
    this.#run = run;
    return false;
  }
}
