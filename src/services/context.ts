import type { Database } from "#db/open.ts";
import type { Actor } from "#domain/handling/actor.ts";

/** Who does it, on what, and when. Every verb takes one; the clock is an argument like the rest. */
export type Context = {
  readonly db: Database;
  readonly actor: Actor;
  readonly now: () => Date;
};
