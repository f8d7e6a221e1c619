import type { Severity } from "../gate/finding.ts";

export const PII_CODES = [
  "pii_mobile",
  "pii_id_card",
  "pii_bank_card",
  "pii_address",
  "pii_email",
  "pii_credential",
  "pii_landline",
  "pii_messenger",
  "pii_private_contact",
] as const;
export type PiiCode = (typeof PII_CODES)[number];

/** Something found in folded text: [start, end). */
export type Hit = { readonly code: PiiCode; readonly severity: Severity; readonly start: number; readonly end: number };

export function overlaps(left: { start: number; end: number }, right: { start: number; end: number }): boolean {
  return left.start < right.end && right.start < left.end;
}

/** The letters before `at`, without blanks and punctuation, at most `reach` units back. */
export function wordsBefore(text: string, at: number, reach: number): string {
  return text.slice(Math.max(0, at - reach), at).replace(/[^\p{L}\p{N}]+/gu, "");
}

export function wordsAfter(text: string, at: number, reach: number): string {
  return text.slice(at, at + reach).replace(/[^\p{L}\p{N}]+/gu, "");
}
