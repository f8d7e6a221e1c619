import { refuse } from "#domain/handling/refusal.ts";
import type { Context, SessionFacts } from "../context.ts";
import { Refused } from "../errors.ts";

/** Throws Refused for keys and commands, which have no session. */
export function getSessionFacts({ session }: Context): SessionFacts {
  if (!session) throw Refused.of(refuse("no_session"));
  return session;
}
