import { NotPublishable } from "../errors.ts";

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
/** A statement that the database refused says nothing of a row. */
const isOfDatabase = (error: unknown): boolean =>
  error instanceof Error && (error.cause instanceof Error || "rawCode" in error);

/**
 * Runs `work` over many motions; where it throws, finds the one at fault and throws NotPublishable with its id before
 * what is wrong, so that somebody can mend it.
 */
export async function naming<T>(ids: readonly string[], work: (ids: readonly string[]) => Promise<T>): Promise<T> {
  try {
    return await work(ids);
  } catch (error) {
    if (isOfDatabase(error)) throw error;
    for (const id of ids) {
      try {
        await work([id]);
      } catch (own) {
        const what = reasonOf(own);
        throw new NotPublishable(what.includes(id) ? what : `${id}：${what}`);
      }
    }
    throw error;
  }
}
