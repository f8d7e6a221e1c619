import { findAddresses } from "./address.ts";
import { findBankCards } from "./bank-card.ts";
import { findCredentials } from "./credential.ts";
import { findCreditCodes } from "./credit-code.ts";
import type { DigitChain } from "./digit-chain.ts";
import { findDigitChains } from "./digit-chain.ts";
import type { DigitView } from "./digit-view.ts";
import { DIGIT_VIEWS } from "./digit-view.ts";
import type { Hit } from "./hit.ts";
import { overlaps } from "./hit.ts";
import { findIdCards } from "./id-card.ts";
import { findLandlines } from "./landline.ts";
import { findMessengers } from "./messenger.ts";
import { findMobiles } from "./mobile.ts";
import { findToldInParts } from "./told-in-parts.ts";

type Span = { readonly start: number; readonly end: number };

/** Adds the hits that touch nothing taken so far. Both lists are in order of place, so one walk does. */
function addFree<T extends Span>(taken: readonly Span[], found: readonly T[]): T[] {
  const kept: T[] = [];
  const sorted = taken.toSorted((left, right) => left.start - right.start);
  let next = 0;
  for (const hit of found.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= hit.start) next += 1;
    const other = sorted[next];
    const previous = kept.at(-1);
    if ((other && overlaps(other, hit)) || (previous && overlaps(previous, hit))) continue;
    kept.push(hit);
  }
  return kept;
}

type Options = { readonly officeLines: readonly string[]; readonly acrossBlocks: boolean };

/** A local telephone has seven digits; nothing that is looked for has fewer. */
const SHORTEST = 7;

function findInChain(text: string, chain: DigitChain, view: DigitView, options: Options): Hit[] {
  if (chain.digits.length < SHORTEST) return [];
  const ids = findIdCards(text, chain, view);
  const mobiles = addFree(ids, findMobiles(text, chain, view, options.acrossBlocks));
  const cards = addFree([...ids, ...mobiles], findBankCards(text, chain, view, options.acrossBlocks));
  const lines = options.acrossBlocks ? [] : findLandlines(text, chain, view, options.officeLines);
  return [...ids, ...mobiles, ...cards, ...addFree([...ids, ...mobiles, ...cards], lines)];
}

/** Identity, telephone and card numbers of folded text, each place once. */
export function findNumbers(text: string, options: Options): Hit[] {
  const codes = findCreditCodes(text);
  return DIGIT_VIEWS.reduce((hits: Hit[], view) => {
    const found = findDigitChains(text, view).flatMap((chain) => findInChain(text, chain, view, options));
    return found.length === 0 ? hits : [...hits, ...addFree([...codes, ...hits], found)];
  }, []);
}

/** Secrets, accounts, homes and numbers told in parts, of folded text without blanks. */
export function findWords(compact: string): Hit[] {
  const told = [...findMessengers(compact), ...findToldInParts(compact)];
  return [...addFree([], [...findCredentials(compact), ...told]), ...findAddresses(compact)];
}
