import type { Role } from "../handling/actor.ts";

/** Those who see the whole city and change it may not sign in with a password alone (security reference §2.2). */
export function needsSecondFactor(role: Role): boolean {
  return role === "admin" || role === "office";
}

/** Time step of a secret that was shown and not yet proven by a code. */
export const UNPROVEN = -1;
