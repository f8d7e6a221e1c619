import type { ContactKind } from "./contact-kinds.ts";
import { CONTACT_KINDS } from "./contact-kinds.ts";

/** What a contact counts for; the names of those met are nobody's business here. */
export type CountedContact = { readonly kind: ContactKind; readonly invited: number; readonly met: number };

/** 面商: somebody was met, face to face. An invitation that nobody followed is none. */
export function hasMeeting(contacts: readonly CountedContact[]): boolean {
  return contacts.some((contact) => contact.kind === "meeting" && contact.met > 0);
}

/** 五个一 (甘肃 2018): which of the five kinds there were, which are missing, in the order of the list. */
export function toFiveContacts(contacts: readonly CountedContact[]) {
  const done = CONTACT_KINDS.filter((kind) => contacts.some((contact) => contact.kind === kind));
  const missing = CONTACT_KINDS.filter((kind) => !done.includes(kind));
  return { done, missing, complete: missing.length === 0 };
}
