import type { Finding } from "../gate/finding.ts";
import { digitOf } from "./digit-view.ts";
import { foldText } from "./fold.ts";

function digitsOf(text: string): string {
  return [...foldText(text).text].map((char) => digitOf(char.charCodeAt(0), "han") ?? "").join("");
}

function idCharacters(text: string): string {
  const digits = digitsOf(text);
  return digits.length === 17 ? `${digits}X` : digits;
}

function hideMiddle(characters: string, head: number, tail: number): string {
  return characters.slice(0, head) + "*".repeat(Math.max(4, characters.length - head - tail)) + characters.slice(-tail);
}

const MASKS: Readonly<Record<string, (text: string) => string>> = {
  // 138****1234 and 35*************123: the masks that offices use (security.md §1.3).
  pii_mobile: (text) => hideMiddle(digitsOf(text), 3, 4),
  pii_id_card: (text) => hideMiddle(idCharacters(text), 2, 3),
  pii_bank_card: (text) => hideMiddle(digitsOf(text), 4, 4),
  pii_landline: (text) => hideMiddle(digitsOf(text), 3, 2),
  pii_email: (text) => text.slice(0, 1) + text.slice(1).replace(/^[^@＠]*/u, "***"),
};

/** The words found, made unreadable: 138****1234. Where no form is customary, ******. */
export function maskWords(finding: Pick<Finding, "code" | "text">): string {
  return (MASKS[finding.code] ?? (() => "******"))(finding.text);
}

/** The text with every occurrence of what was found masked. A text that does not hold it comes back unchanged. */
export function maskFinding(text: string, finding: Pick<Finding, "code" | "text">): string {
  return finding.text === "" ? text : text.replaceAll(finding.text, () => maskWords(finding));
}
