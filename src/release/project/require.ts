import { NotPublishable } from "../errors.ts";

/** What every public row has; without it there is no release (fail closed). */
export function require<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new NotPublishable(what);
  return value;
}
