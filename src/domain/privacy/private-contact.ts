import type { Hit } from "./hit.ts";
import type { Folded } from "./fold.ts";
import { foldText, withoutBlanks } from "./fold.ts";
import { DIGIT_VIEWS } from "./digit-view.ts";
import type { DigitChain } from "./digit-chain.ts";
import { findDigitChains } from "./digit-chain.ts";

/** Shorter than this, a string of digits is no contact but any number. */
const SHORTEST = 6;

function occurrences(haystack: string, needle: string): number[] {
  const found: number[] = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) found.push(at);
  return found;
}

function findNumber(chains: readonly DigitChain[], contact: string): Hit[] {
  return chains.flatMap(({ digits, at }) =>
    occurrences(digits, contact).map((from): Hit => {
      const end = (at[from + contact.length - 1] ?? 0) + 1;
      return { code: "pii_private_contact", severity: "block", start: at[from] ?? 0, end };
    }),
  );
}

/** Contacts of deputies that the office keeps (telephone, identity number, mailbox, address), in any disguise of `foldText`. */
export function findPrivateContacts(compact: Folded, contacts: readonly string[]): Hit[] {
  if (contacts.length === 0) return [];
  const chains = DIGIT_VIEWS.flatMap((view) => findDigitChains(compact.text, view));
  const lower = compact.text.toLowerCase();
  return contacts.flatMap((contact) => {
    const folded = withoutBlanks(foldText(contact)).text.toLowerCase();
    if (/^[+\d().-]+$/.test(folded)) {
      const digits = folded.replace(/\D+/g, "").replace(/^86(?=1\d{10}$)/, "");
      return digits.length < SHORTEST ? [] : findNumber(chains, digits);
    }
    if (folded.length < SHORTEST) return [];
    return occurrences(lower, folded).map((start): Hit => ({
      code: "pii_private_contact",
      severity: "block",
      start,
      end: start + folded.length,
    }));
  });
}
