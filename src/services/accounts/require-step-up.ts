import { isFactorFresh } from "#domain/account/session-life.ts";
import type { Context } from "../context.ts";
import { FactorNeeded } from "./errors.ts";

/** Publish, withdraw and user management ask a person at a browser for a fresh code; keys and commands have none to show. */
export function requireStepUp({ session, now }: Context): void {
  if (session && !isFactorFresh(session.steppedUpAt, now().getTime())) throw FactorNeeded.ofStepUp();
}
