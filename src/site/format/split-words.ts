const WORDS = new Intl.Segmenter("zh", { granularity: "word" });
/** No line begins with these, and none ends with those (GB/T 15834-2011, 5.1). */
const CLOSING = /^[，。、；：？！…—）》〉”’〕】％%)]/u;
const OPENING = /[（《〈“‘〔【(]$/u;

/** A heading cut where a line may end: between words, never inside one. The pieces put together are the text. */
export function splitWords(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last))) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
