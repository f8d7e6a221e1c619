import type { Answer } from "#domain/reply/answer-map.ts";
import { followBlocks } from "#domain/reply/answer-map.ts";
import { plainText } from "#domain/reply/plain-text.ts";
import type { RichText } from "#domain/reply/rich-text.ts";

export function blockTexts(body: RichText): string[] {
  return body.content.map((block) => plainText({ type: "doc", content: [block] }));
}

/**
 * The map while somebody types: who mends words within a paragraph still answers with it. Where paragraphs come or go,
 * those before and after the change move along, and within it an answer follows its very words or is gone.
 */
export function followEdit(answers: readonly Answer[], from: RichText, to: RichText): Answer[] {
  const before = blockTexts(from);
  const after = blockTexts(to);
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const grown = after.length - before.length;
  return answers.flatMap((answer) => {
    const { ask, block } = answer;
    if (block < head) return [answer];
    if (block >= before.length - tail) return [{ ask, block: block + grown }];
    return grown === 0 ? [answer] : followBlocks([answer], before, after);
  });
}
