import type { SearchState } from "./address-state.ts";
import { createSession, type Outcome, type Session } from "./session.ts";
import type { SearchWords } from "./words.ts";

/** Releases seldom follow one another within one answer. */
const TRIES = 3;

/**
 * Answers of one release each (design §6): files of the index change under one name when a release is swapped in, so after
 * every answer `index.json` is asked for again, and where it differs the question begins anew. Where it cannot be asked
 * the answer stands as it is. Throws when the index can not be had.
 */
export function createFreshSession(words: SearchWords): Pick<Session, "answer"> {
  let session = createSession(words);

  const answer = async (state: SearchState): Promise<Outcome> => {
    for (let left = TRIES - 1; ; left--) {
      const mine = session;
      const [result] = await Promise.allSettled([mine.answer(state)]);
      const isOutdated = await mine.isOutdated().catch(() => false);
      if (isOutdated && session === mine) session = createSession(words);
      if (isOutdated && left > 0) continue;
      if (result.status === "rejected") throw result.reason;
      if (isOutdated) throw new Error("The search index keeps changing");
      return result.value;
    }
  };
  return { answer };
}
