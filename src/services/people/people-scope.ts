import type { Actor } from "#domain/handling/actor.ts";
import { Forbidden } from "../errors.ts";

/** Who keeps the registry of unit people; everyone else who may see it only reads. */
export function requireKeeper({ role }: Actor): void {
  if (role !== "unit" && role !== "office") throw new Forbidden();
}
