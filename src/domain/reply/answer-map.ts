import { z } from "zod";

/** Which block of the body (index from 0) answers which ask (number from 1) of the motion. */
export const Answer = z.strictObject({ ask: z.int().min(1).max(99), block: z.int().min(0).max(1999) });
export type Answer = z.infer<typeof Answer>;

export type Ask = { readonly number: number; readonly text: string };

/** Asks that no block answers: shown to the reviewer before, to the reader after. */
export function findUnanswered(asks: readonly Ask[], answers: readonly Answer[]): Ask[] {
  const answered = new Set(answers.map((answer) => answer.ask));
  return asks.filter((ask) => !answered.has(ask.number));
}

/**
 * The map after an edit: an answer follows its block by the block's words; where the words changed, it is gone,
 * because nobody has said that the new words answer too.
 */
export function followBlocks(
  answers: readonly Answer[],
  before: readonly string[],
  after: readonly string[],
): Answer[] {
  return answers.flatMap(({ ask, block }) => {
    const words = before[block];
    const stays = words !== undefined && after[block] === words;
    const found = stays ? block : after.indexOf(words ?? "");
    return words && found >= 0 ? [{ ask, block: found }] : [];
  });
}
