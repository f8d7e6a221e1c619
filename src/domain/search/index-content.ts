import { searchableTexts, ZONES, type Zone } from "./fields.ts";
import { foldText } from "./fold.ts";
import type { SearchEntry } from "./search-entry.ts";
import { toIndexWord, toTokens } from "./tokens.ts";

const GAP = "·";

/** First position of each zone; the engine tells the position of the first hit, hence its zone, without loading the text. */
const STARTS: Readonly<Record<Zone, number>> = { title: 0, number: 96, unit: 160, body: 256 };

function room(zone: Zone): number {
  const next = ZONES[ZONES.indexOf(zone) + 1];
  return next === undefined ? Number.POSITIVE_INFINITY : STARTS[next] - STARTS[zone];
}

export function zoneAt(position: number): Zone {
  return ZONES.findLast((zone) => position >= STARTS[zone]) ?? "title";
}

/** Fills a zone text by text, a gap after each; texts that do not fit go to the body, so that nothing is lost. */
function fillZone(zone: Zone, texts: readonly (readonly string[])[], overflow: string[]): string[] {
  const words: string[] = [];
  for (const text of texts) {
    const isFitting = words.length + text.length + 1 <= room(zone);
    (isFitting ? words : overflow).push(...text, GAP);
  }
  const padding = Number.isFinite(room(zone)) ? room(zone) - words.length : 0;
  return [...words, ...Array.from({ length: padding }, () => GAP)];
}

/** What the engine is given for an entry: words separated by spaces. Never shown to anyone. */
export function toIndexContent(entry: SearchEntry): string {
  const texts = searchableTexts(entry);
  const overflow: string[] = [];
  const words = ZONES.flatMap((zone) => {
    const wordsOfTexts = texts[zone].map((text) => toTokens(foldText(text)).map(toIndexWord));
    return fillZone(zone, wordsOfTexts, overflow);
  });
  return [...words, ...overflow].join(" ");
}

/** Distinct runs of Latin letters and digits: what a query that holds a part of such a run is looked up in. */
export function runsOf(entry: SearchEntry): Set<string> {
  const texts = Object.values(searchableTexts(entry)).flat();
  const tokens = texts.flatMap((text) => toTokens(foldText(text)));
  return new Set(tokens.filter(({ kind }) => kind === "run").map(({ text }) => text));
}
