import { foldText, type Fold } from "./fold.ts";
import { parseNumberForm, type NumberForm } from "./number-form.ts";

/** Terms are folded. */
export type Query = {
  /** Each group must be met by one of its terms: words are groups of one, words joined by OR share a group. */
  readonly groups: readonly (readonly string[])[];
  /** None of these may occur. */
  readonly excluded: readonly string[];
  readonly numberForm: NumberForm | undefined;
};

const LONGEST = 200;
const PART = /(-|－)?["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+)/gu;
const MINUS = /^[-－](?=.)/u;

type Part = { readonly text: string; readonly isExcluded: boolean; readonly isOr: boolean };

function toPart([whole, minus, quoted, plain = ""]: RegExpMatchArray): Part {
  if (quoted !== undefined) return { text: quoted, isExcluded: minus !== undefined, isOr: false };
  const isExcluded = MINUS.test(plain);
  return { text: isExcluded ? plain.slice(1) : plain, isExcluded, isOr: whole === "OR" || whole === "|" };
}

/** Where nothing else is asked for, a minus is part of what is: -5℃. */
function toParts(text: string): Part[] {
  const matches = [...text.matchAll(PART)];
  const parts = matches.map(toPart);
  if (parts.some((part) => !part.isExcluded && !part.isOr)) return parts;
  return matches.map(([whole]) => ({ text: whole.replaceAll(/["“”„]/gu, ""), isExcluded: false, isOr: false }));
}

/** All words of a query that are looked for, without repeats. */
export function termsOf({ groups }: Pick<Query, "groups">): string[] {
  return [...new Set(groups.flat())];
}

/**
 * Reads what was typed: words are separated by spaces and must all occur; between quotation marks spaces belong to the
 * word; OR (or |) between two words: either; a minus before a word: not this one.
 */
export function parseQuery(input: string, fold: Fold = foldText): Query {
  const text = input.replaceAll("\u200b", "").slice(0, LONGEST).toWellFormed();
  const parts = toParts(text);
  const groups: string[][] = [];
  const excluded: string[] = [];
  let isJoining = false;
  for (const part of parts) {
    if (part.isOr) {
      isJoining = groups.length > 0;
      continue;
    }
    const term = fold(part.text).trim();
    if (term === "") continue;
    if (part.isExcluded) excluded.push(term);
    else if (isJoining) groups.at(-1)?.push(term);
    else if (!groups.some((group) => group.length === 1 && group[0] === term)) groups.push([term]);
    isJoining = false;
  }
  return { groups, excluded, numberForm: parseNumberForm(fold(text)) };
}
