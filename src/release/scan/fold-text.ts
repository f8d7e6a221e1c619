import { decodeBase64Runs, LEAST_BASE64 } from "./decode-base64.ts";
import { decodeText } from "./decode-text.ts";
import { foldPlain } from "./fold-plain.ts";

/** One spelling for all: compatibility forms, joiners, spaces, controls and marks of every kind gone. */
export function foldText(text: string): string {
  return foldPlain(text);
}

/** Stands where one block ends and another begins; no text of a city has it. */
const EDGE = "\u241e";
/** Elements of pages, feeds and sheets (HTML §4, RFC 4287, ECMA-376) whose content is a text of its own. Within others prose goes on. */
const BLOCKS =
  "address|article|aside|author|blockquote|button|caption|category|c|dd|details|dialog|div|dl|dt|entry|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|id|is|item|label|legend|li|link|loc|main|name|nav|ol|optgroup|option|p|pre|published|row|section|select|si|subtitle|summary|table|tbody|td|text|tfoot|th|thead|title|tr|ul|updated|w:p|w:tc";
const BLOCK_TAGS = new RegExp(`(?:</?(?:${BLOCKS})(?=[\\s>/])[^>]*>\\s*)+`, "gi");

const BLOCK_NAMES = new Set(
  BLOCKS.split("|").flatMap((name) => (name === "h[1-6]" ? ["h1", "h2", "h3", "h4", "h5", "h6"] : [name])),
);
const SPACE = 0x20;
const SLASH = 0x2f;
const GREATER = 0x3e;
const LONGEST_NAME = 12;

/** Does the text before the tag whose < stands here end with it, and another begin? */
export function isBlockTag(text: string, open: number): boolean {
  const from = text.charCodeAt(open + 1) === SLASH ? open + 2 : open + 1;
  for (let at = from; at <= from + LONGEST_NAME; at++) {
    const code = text.charCodeAt(at);
    if (code > SPACE && code !== SLASH && code !== GREATER) continue;
    const name = text.slice(from, at);
    return BLOCK_NAMES.has(name) || BLOCK_NAMES.has(name.toLowerCase());
  }
  return false;
}

function stripTags(text: string): string {
  return text.replace(BLOCK_TAGS, EDGE).replace(/<[^>]*>/g, "");
}

function readPlainly(text: string): string[] {
  const readings = [decodeText(text)];
  if (text.includes("<")) readings.push(decodeText(stripTags(text)));
  // Markup that was itself encoded, as in a feed.
  const last = readings.at(-1) as string;
  if (last.includes("<")) readings.push(stripTags(last));
  return readings.map(foldText);
}

/** The readings of a text artefact in which a withheld string could stand: decoded, without tags, and out of base64. */
export function readingsOf(text: string): string[] {
  const readings = readPlainly(text);
  if (readings.every((reading) => reading.length < LEAST_BASE64)) return readings;
  return [...readings, ...new Set(readings.flatMap(decodeBase64Runs))].flatMap((reading, index) =>
    index < readings.length ? [reading] : readPlainly(reading),
  );
}
