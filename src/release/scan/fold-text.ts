import { decodeBase64Runs } from "./decode-base64.ts";
import { decodeText } from "./decode-text.ts";

/** One spelling for all: compatibility forms, joiners, spaces, controls and marks of every kind gone. */
export function foldText(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}\p{Cc}\p{M}]+/gu, "");
}

function stripTags(text: string): string {
  return text.replace(/<[^>]*>/g, "");
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
  return [...readings, ...new Set(readings.flatMap(decodeBase64Runs))].flatMap((reading, index) =>
    index < readings.length ? [reading] : readPlainly(reading),
  );
}
