import { NAMED_ENTITIES } from "./named-entities.ts";

/** Encodings stand in one another: JSON in an attribute, markup in a feed. */
const ROUNDS = 4;
const ESCAPED: Readonly<Record<string, string>> = { b: "", f: "", n: "\n", r: "\n", t: "\t" };

function fromPoint(point: number, whole: string): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x0*([0-9a-f]{1,6})|#0*(\d{1,7})|([a-z]{2,9}\d{0,2}));?/gi, (whole, hex, decimal, name) => {
    if (name) return whole.endsWith(";") ? (NAMED_ENTITIES[name as string] ?? whole) : whole;
    return fromPoint(hex ? Number.parseInt(hex as string, 16) : Number(decimal), whole);
  });
}

/** Escapes of JSON (RFC 8259 §7) and of JavaScript. */
function decodeEscapes(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\(?:u([0-9a-f]{4})|u\{0*([0-9a-f]{1,6})\}|x([0-9a-f]{2})|(["'`/\\bfnrt]))/gi,
    (whole, four, braced, two, one) => {
      if (one) return ESCAPED[one as string] ?? (one as string);
      return fromPoint(Number.parseInt((four ?? braced ?? two) as string, 16), whole);
    },
  );
}

function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  // A run cut in the middle of a character still gives the characters that are whole.
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"));
}

/** Character references, escapes and percent signs undone, also where one wraps another. */
export function decodeText(text: string): string {
  let decoded = text;
  for (let round = 0; round < ROUNDS; round++) {
    const next = decodePercent(decodeEscapes(decodeEntities(decoded)));
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}
