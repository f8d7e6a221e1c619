import type { Finding, Severity } from "./finding.ts";

/** Words of a letter and where they stand. */
export type Place = { readonly where: string; readonly text: string };

/** Punctuation and blanks do not tell one title from another. */
export function bareTitle(title: string): string {
  return title.normalize("NFKC").replace(/[\s\p{P}\p{S}\p{Cf}]+/gu, "");
}

export function blockFinding(code: string, { where, text }: Place, message: string): Finding {
  return { code, severity: "block" satisfies Severity, where, text, message };
}

export function reviewFinding(code: string, { where, text }: Place, message: string): Finding {
  return { code, severity: "review" satisfies Severity, where, text, message };
}
