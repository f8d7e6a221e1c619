import { createHash } from "node:crypto";

/** Of whatever it is given, as canonical JSON: objects here are made field by field in one order (design §1.2). */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
}
