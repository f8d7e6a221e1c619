import { randomBytes } from "node:crypto";
import type { Keyring } from "../secrets/keyring.ts";
import { digestOf, listDigests } from "../secrets/keyring.ts";
import { encodeBase32 } from "./base32.ts";

/** 160 bits: what is handed over to activate an account; also a TOTP secret (RFC 4226 §4 R6). */
const LONG = 20;
/** 80 bits. */
const SHORT = 10;
const RECOVERY_CODES = 10;

function group(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, "$1-");
}

export function makeActivationCode(): string {
  return group(encodeBase32(randomBytes(LONG)));
}

export function makeTotpSecret(): string {
  return encodeBase32(randomBytes(LONG));
}

export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => group(encodeBase32(randomBytes(SHORT))));
}

/** However it was typed: with or without hyphens, in small letters. */
function normalise(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z2-7]/g, "");
}

/** What is stored of a code. Enough random bits need no salt. */
export function digestCode(keyring: Keyring, code: string): string {
  return digestOf(keyring, "code", normalise(code));
}

/** As what it may stand in a row: rows made with an older key are good too. */
export function listCodeDigests(keyring: Keyring, code: string): string[] {
  return listDigests(keyring, "code", normalise(code));
}
