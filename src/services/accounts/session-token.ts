import { randomBytes } from "node:crypto";
import { sha256 } from "../hash.ts";

/** 256 bits in base64url (ASVS 7.2.3). */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function makeSessionToken(): string {
  return randomBytes(32).toString("base64url");
}

export function isSessionToken(token: string): boolean {
  return TOKEN.test(token);
}

/** What is stored. A pending token hashes apart: sent as a session's it opens nothing, and the other way round. */
export function hashSessionToken(token: string, use: "session" | "pending" = "session"): string {
  return sha256(use === "session" ? token : `pending:${token}`);
}
