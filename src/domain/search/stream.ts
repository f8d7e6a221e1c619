import { searchableTexts, ZONES, type Zone } from "./fields.ts";
import type { Fold } from "./fold.ts";
import type { SearchEntry } from "./search-entry.ts";

/** First position of each zone, in code points: a position tells the zone, hence the rank, without the text. */
const STARTS: Readonly<Record<Zone, number>> = { title: 0, number: 96, unit: 160, body: 256 };

/** A record as the index sees it: each text at its place; a position between two texts stands for nothing. */
export type Stream = {
  readonly pieces: readonly { readonly at: number; readonly points: readonly number[] }[];
  /** Positions taken, gaps included. */
  readonly length: number;
};

function endOf(zone: Zone): number {
  const next = ZONES[ZONES.indexOf(zone) + 1];
  return next === undefined ? Number.POSITIVE_INFINITY : STARTS[next];
}

/** Place in ZONES. @param position within a record */
export function zoneAt(position: number): number {
  return ZONES.findLastIndex((zone) => position >= STARTS[zone]);
}

export function toPoints(text: string): number[] {
  return Array.from(text, (char) => char.codePointAt(0) ?? 0);
}

/** A text that finds no room in its zone goes behind the body: found, though ranked lower. */
export function toStream(entry: SearchEntry, fold: Fold): Stream {
  const texts = searchableTexts(entry);
  const pieces: { at: number; points: number[] }[] = [];
  const waiting: number[][] = [];
  let at = 0;
  for (const zone of ZONES) {
    at = STARTS[zone];
    for (const text of texts[zone]) {
      const points = toPoints(fold(text));
      if (at + points.length >= endOf(zone)) waiting.push(points);
      else if (points.length > 0) {
        pieces.push({ at, points });
        at += points.length + 1;
      }
    }
  }
  for (const points of waiting) {
    pieces.push({ at, points });
    at += points.length + 1;
  }
  return { pieces, length: at };
}
