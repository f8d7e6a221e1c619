import { hash } from "node:crypto";

/** Many keys as one part of another: they are all as long, so that none can be taken for two, and one text is soon made. */
export function joinKeys(keys: readonly string[]): string {
  return keys.join("");
}

/** Of whatever it is given, as canonical JSON: objects here are made field by field in one order (design §1.2). */
export function keyOf(...parts: readonly unknown[]): string {
  return hash("sha256", JSON.stringify(parts), "base64url").slice(0, 22);
}
