import type { Database } from "#db/open.ts";
import type { Actor } from "#domain/handling/actor.ts";
import type { Keyring } from "./secrets/keyring.ts";

/** What verbs ask of a session: when its holder last showed a second factor, in milliseconds. */
export type SessionFacts = { readonly tokenHash: string; readonly steppedUpAt: number | undefined };

/** Who does it, on what, and when. Every verb takes one; the clock is an argument like the rest. */
export type Context = {
  readonly db: Database;
  readonly actor: Actor;
  readonly now: () => Date;
  /** From outside the database: what passwords, codes and keys are compared with. */
  readonly keyring: Keyring;
  /** Set where the actor signed in with a password; absent for API keys and commands. */
  readonly session?: SessionFacts;
};
