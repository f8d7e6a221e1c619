import { hash } from "node:crypto";

/** Of whatever it is given, as canonical JSON: objects here are made field by field in one order (design §1.2). */
export function keyOf(...parts: readonly unknown[]): string {
  return hash("sha256", JSON.stringify(parts), "base64url").slice(0, 22);
}
