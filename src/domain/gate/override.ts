import type { Finding } from "./finding.ts";
import { reviewFinding } from "./quote-words.ts";

/**
 * What nobody lets pass: what the law forbids outright, a deputy's own contact (security.md T-X08), and what a letter
 * cannot be without.
 */
const NEVER: ReadonlySet<string> = new Set([
  "pii_private_contact",
  "pii_id_card",
  "pii_credential",
  "class_missing",
  "class_unknown",
  "disclosure_missing",
  "title_missing",
  "addressee_missing",
]);

/** May two people let this finding pass, with a reason? Only what blocks needs it: the rest a person looks at anyway. */
export function isOverridable({ code, severity }: Finding): boolean {
  return severity === "block" && !NEVER.has(code);
}

/**
 * Is a request still of the letter as it stands? Any edit of the words gives them another hash; a change of the attachments
 * beside them ends it outright.
 */
export function isCurrent(
  request: { readonly contentHash: string; readonly endedAt: string | null },
  letter: { readonly contentHash: string },
): boolean {
  return request.endedAt === null && request.contentHash === letter.contentHash;
}

/** A finding that two people let pass, of the words as they stand now. */
export type AllowedFinding = {
  readonly code: string;
  readonly where: string;
  readonly textHash: string;
  readonly reason: string;
};

function isAllowed(finding: Finding, allowed: AllowedFinding, hashText: (text: string) => string): boolean {
  const { code, where, text } = finding;
  return code === allowed.code && where === allowed.where && hashText(text) === allowed.textHash;
}

/** The findings with those let pass no longer blocking; they stay in the list, with the reason. */
export function applyOverrides(
  findings: readonly Finding[],
  allowed: readonly AllowedFinding[],
  hashText: (text: string) => string,
): Finding[] {
  return findings.map((finding) => {
    const found = isOverridable(finding) ? allowed.find((item) => isAllowed(finding, item, hashText)) : undefined;
    if (!found) return finding;
    const { code, where, text, message } = finding;
    return reviewFinding(code, { where, text }, `${message}（经两人核对放行：${found.reason}）`);
  });
}
