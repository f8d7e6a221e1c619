import { type SQL, sql } from "drizzle-orm";
import { replies } from "../schema/replies.ts";

/**
 * Of replies to motions that the statement names. The plus keeps SQLite from beginning with all that is public, which is
 * nearly everything, when it could begin with those few motions.
 */
export function isOfNamed(publication: typeof replies.$inferSelect.publication): SQL {
  return sql`+${replies.publication} = ${publication}`;
}
