/** What folding takes out: spaces, controls, joiners and marks of every kind. */
const GONE = /[\s\p{Cf}\p{Cc}\p{M}]+/gu;
const MARK_OR_JAMO = /[\p{M}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;
const LEAST_SURROGATE = 0xd800;
const MOST_SURROGATE = 0xdfff;

/** For every code unit, once looked at: one unit for it in TARGETS, nothing, several units, or dependent on its neighbours. */
const [ONE, NONE, MANY, DEPENDENT] = [1, 2, 3, 4] as const;
const KINDS = new Uint8Array(0x10000);
const TARGETS = new Uint16Array(0x10000);
const EXPANDED = new Map<number, string>();

/** One spelling for all, by the Unicode tables. */
function foldByTables(text: string): string {
  return text.normalize("NFKC").replace(GONE, "");
}

function toKind(code: number): number {
  const char = String.fromCharCode(code);
  const form = char.normalize("NFKC");
  // Only these join with what stands before them (UAX #15 §1.2).
  if ((code >= LEAST_SURROGATE && code <= MOST_SURROGATE) || MARK_OR_JAMO.test(char + form)) return DEPENDENT;
  const folded = foldByTables(char);
  if (folded.length > 1) EXPANDED.set(code, folded);
  TARGETS[code] = folded.charCodeAt(0);
  if (folded.length === 0) return NONE;
  return folded.length === 1 ? ONE : MANY;
}

let units = new Uint16Array(1 << 16);
let bytes = Buffer.from(units.buffer);

function reserve(length: number): void {
  if (units.length >= length) return;
  units = new Uint16Array(2 ** Math.ceil(Math.log2(length)));
  bytes = Buffer.from(units.buffer);
}

/** No character becomes longer in NFKC than this (UAX #15 §Stability, U+FDFA). */
const LONGEST = 18;

/**
 * Compatibility forms as NFKC has them, without spaces, controls, joiners and marks: character by character from a table
 * that fills itself, since it is asked for hundreds of millions of them.
 */
export function foldPlain(text: string): string {
  reserve(text.length + LONGEST);
  let length = 0;
  let isSame = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = (KINDS[code] ||= toKind(code));
    if (kind === ONE) {
      const target = TARGETS[code] as number;
      if (target !== code) isSame = false;
      units[length++] = target;
      continue;
    }
    if (kind === DEPENDENT) return foldByTables(text);
    isSame = false;
    if (kind === NONE) continue;
    const expanded = EXPANDED.get(code) ?? "";
    reserveMore(length, expanded.length + text.length - at + LONGEST);
    for (let index = 0; index < expanded.length; index++) units[length++] = expanded.charCodeAt(index);
  }
  return isSame ? text : bytes.toString("utf16le", 0, length * 2);
}

function reserveMore(length: number, more: number): void {
  if (units.length >= length + more) return;
  const old = units;
  reserve(length + more);
  units.set(old);
}
