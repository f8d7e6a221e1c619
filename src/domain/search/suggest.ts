/** A unit or a topic as it can be typed: by name, by pinyin, by initials. */
export type KnownTerm = {
  readonly kind: "unit" | "topic";
  readonly name: string;
  readonly path: string;
  /** shizhujianju */
  readonly full: string;
  /** szjj */
  readonly initials: string;
};

const MOST = 5;
const LATIN = /^[a-z]{2,}$/;

function pinyinRank({ full, initials }: KnownTerm, typed: string): number | undefined {
  if (initials === typed || full === typed) return 0;
  if (initials.startsWith(typed) || full.startsWith(typed)) return 1;
  return full.includes(typed) || initials.includes(typed) ? 2 : undefined;
}

function nameRank({ name }: KnownTerm, typed: string): number | undefined {
  if (name === typed) return 0;
  return name.includes(typed) || (typed.includes(name) && name.length > 1) ? 1 : undefined;
}

/** Units and topics that may be meant, best first. @param folded what was typed, folded */
export function suggestTerms(folded: string, terms: readonly KnownTerm[]): KnownTerm[] {
  const typed = folded.replaceAll(/[\s'’]+/gu, "");
  const rankOf = LATIN.test(typed) ? pinyinRank : nameRank;
  if (typed.length < 2) return [];
  const ranked = terms.flatMap((term) => {
    const rank = rankOf(term, typed);
    return rank === undefined ? [] : [{ term, rank }];
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.term.name.length - b.term.name.length)
    .slice(0, MOST)
    .map(({ term }) => term);
}

export function isPinyin(folded: string): boolean {
  return LATIN.test(folded.replaceAll(/[\s'’]+/gu, ""));
}

/** Share of the characters that two words have in common, 0 to 1. */
function similarity(a: string, b: string): number {
  const left = new Set(a);
  const right = new Set(b);
  const both = [...left].filter((char) => right.has(char)).length;
  return both / Math.max(left.size, right.size);
}

const NEAR = 0.6;

/** Words that look like the one that was not found: 家装电梯 → 加装电梯. */
export function nearWords(term: string, words: readonly string[]): string[] {
  const near = [...new Set(words)].map((word) => ({ word, share: similarity(term, word) }));
  return near
    .filter(({ word, share }) => share >= NEAR && word !== term)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST)
    .map(({ word }) => word);
}

/** Parts of a word, the longest first, down to two characters: what may be found where the whole is not. */
export function partsOf(term: string): string[][] {
  const chars = [...term];
  const lengths = Array.from({ length: Math.max(0, chars.length - 2) }, (_, place) => chars.length - 1 - place);
  return lengths.map((length) => [
    ...new Set(
      Array.from({ length: chars.length - length + 1 }, (_, at) =>
        chars
          .slice(at, at + length)
          .join("")
          .trim(),
      ),
    ),
  ]);
}
