import type { Actor } from "./actor.ts";

/** May this actor know of the assignment at all? A unit sees its own; a machine sees nothing internal by default. */
export function maySeeAssignment(actor: Actor, unitCode: string): boolean {
  switch (actor.role) {
    case "admin":
    case "office":
    case "supervisor":
      return true;
    case "unit":
      return actor.unitCode === unitCode;
    case "machine":
      return false;
  }
}
