import type { Random } from "./random.ts";

export type SlotWords = Readonly<Record<string, string>>;

const RANGE = /\{(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)\}(元?)/g;
const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;

/** As exact as the range was written; a rate in 元 of three figures and more is a round one. */
function toFigure(value: number, low: string, isMoney: boolean): string {
  const step = isMoney && Number(low) >= 100 ? (Number(low) >= 1000 ? 100 : 10) : 1;
  return step === 1 ? value.toFixed(decimalsOf(low)) : String(Math.round(value / step) * step);
}

/**
 * Fills {word} from words and {12-30} with a figure of the range: the four years (index 0 to 3) take the four
 * quarters of the range in turn, so that the same matter shows progress. Throws on an unknown word.
 */
export function fillSlots(text: string, words: SlotWords, random: Random, yearIndex: number): string {
  const withFigures = text.replace(RANGE, (_slot, low: string, high: string, unit: string) => {
    const share = (yearIndex + random.next()) / 4;
    const value = Number(low) + (Number(high) - Number(low)) * share;
    return toFigure(value, low, unit === "元") + unit;
  });
  return withFigures.replace(/\{([^}]+)\}/g, (_slot, key: string) => {
    const word = words[key];
    if (word === undefined) throw new RangeError(`no word for {${key}}`);
    return word;
  });
}
