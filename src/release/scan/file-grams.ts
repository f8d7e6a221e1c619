import type { GramFilter } from "./gram-filter.ts";
import { eachGram, eachShortGram, eachWhole, hashWhole, hashWindow } from "./grams.ts";
import type { Grams } from "./kept-grams.ts";
import type { Needles } from "./needles.ts";
import type { ShortNeedle } from "./short-needles.ts";
import { WINDOW } from "./window-set.ts";

/** Notes all that a needle could be found by in this reading of a file. */
export function addReading(grams: GramFilter, reading: string): void {
  eachGram(reading, grams);
  eachWhole(reading, (whole) => hashWhole(whole, grams.add));
}

function mayHoldShort(grams: Grams, needle: ShortNeedle): boolean {
  let known = true;
  const check = (one: number, two: number) => {
    if (!grams.has(one, two)) known = false;
  };
  if (needle.kind === "words") eachShortGram(needle.text, check);
  else hashWhole(needle.text, check);
  return known;
}

/** Needles that could stand in a file that was noted. What is missing is surely in none, what is there may be. */
export function findHeld(grams: Grams, needles: Needles): string[] {
  const held: string[] = [];
  needles.windows.eachOwn((codes, from) => {
    hashWindow(codes, from, (one, two) => {
      if (grams.has(one, two)) held.push(String.fromCharCode(...codes.subarray(from, from + WINDOW)));
    });
  });
  for (const needle of needles.short.values()) if (mayHoldShort(grams, needle)) held.push(needle.text);
  return held;
}
