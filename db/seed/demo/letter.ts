import type { DemoPara } from "./demo-city.ts";
import type { LetterContext } from "./letter-context.ts";
import { layOut, lengthOfBody } from "./letter-layout.ts";
import type { LetterParts } from "./letter-parts.ts";
import { makeParts } from "./letter-parts.ts";
import { makeWords } from "./letter-words.ts";
import { makeRandom } from "./random.ts";
import type { SlotWords } from "./slots.ts";

/** With the measures no more than ten sections, as far as （十） goes. */
const MOST_EXTRAS = 6;

export type Letter = { readonly body: DemoPara[]; readonly parts: LetterParts; readonly words: SlotWords };

/** A whole letter of 650 to 1,500 characters: aspects are added until it is as long as it wants to be. */
export function writeLetter(context: LetterContext): Letter {
  const words = makeWords(context);
  const all = makeParts(context, words);
  const random = makeRandom(`${context.label}/layout`);
  const layout = makeRandom(`${context.subjectId}/layout`).int(0, 5) + context.yearIndex + (context.isSecond ? 3 : 0);
  const wanted = random.int(720, 1000);
  let used = 3;
  let parts = { ...all, extras: all.extras.slice(0, used) };
  let body = layOut(parts, layout);
  while (lengthOfBody(body) < wanted && used < MOST_EXTRAS) {
    used += 1;
    parts = { ...all, extras: all.extras.slice(0, used) };
    body = layOut(parts, layout);
  }
  return { body, parts, words };
}
