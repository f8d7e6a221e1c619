import { createHmac, timingSafeEqual } from "node:crypto";
import { decodeBase32 } from "./base32.ts";

/** RFC 6238 as authenticator apps have it: HMAC-SHA-1, 30 seconds, 6 digits. */
const STEP_MS = 30_000;
const DIGITS = 6;
/** Steps before and after that are taken too, for clocks that differ (RFC 6238 §5.2). */
const DRIFT = 1;

export function toTotpStep(ms: number): number {
  return Math.floor(ms / STEP_MS);
}

/** HOTP (RFC 4226 §5.3) of a counter. `secret` is base32. */
export function makeTotpCode(secret: string, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", decodeBase32(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The step that the code belongs to, of those near `ms`; undefined: none. Every one is compared, whatever fits. */
export function findTotpStep(secret: string, code: string, ms: number): number | undefined {
  const given = Buffer.from(code);
  if (given.length !== DIGITS) return undefined;
  const now = toTotpStep(ms);
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, index) => now + index - DRIFT).filter((step) => step >= 0);
  const fitting = steps.filter((step) => timingSafeEqual(Buffer.from(makeTotpCode(secret, step)), given));
  return fitting.at(-1);
}

/** What an authenticator app reads from a QR code (Key URI format). */
export function toTotpUri(secret: string, login: string): string {
  const issuer = encodeURIComponent("回音");
  return `otpauth://totp/${issuer}:${encodeURIComponent(login)}?secret=${secret}&issuer=${issuer}`;
}
