import type { Actor } from "#domain/handling/actor.ts";
import { Forbidden } from "./errors.ts";

/**
 * Whose rows a list may show: undefined = every unit's, otherwise one unit's.
 * The same rule as maySeeAssignment, in the form that a query needs.
 */
export function getUnitScope(actor: Actor): string | undefined {
  switch (actor.role) {
    case "admin":
    case "office":
    case "supervisor":
      return undefined;
    case "unit":
      if (actor.unitCode === null) throw new Forbidden();
      return actor.unitCode;
    case "machine":
      throw new Forbidden();
  }
}

/** Throws Forbidden unless the actor sees the whole city. */
export function requireOverseer(actor: Actor): void {
  if (getUnitScope(actor) !== undefined) throw new Forbidden();
}
