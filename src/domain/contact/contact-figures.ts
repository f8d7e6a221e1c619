import type { Rate } from "../statistics/rate.ts";
import { rate } from "../statistics/rate.ts";
import type { ContactKind } from "./contact-kinds.ts";
import { CONTACT_KINDS } from "./contact-kinds.ts";

/** What a contact counts for; the names of those met are nobody's business here. */
export type CountedContact = { readonly kind: ContactKind; readonly invited: number; readonly met: number };
/** One matter that owes a 面商, with all its contacts. */
export type ContactCase = { readonly contacts: readonly CountedContact[] };

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

/** 面商率（按件）: matters with a recorded 面商 of those that owe one. */
export function meetingRateByCase(cases: readonly ContactCase[]): Rate {
  const met = cases.filter((item) => hasMeeting(item.contacts)).length;
  const definition = "已面商（至少见到一人）的件次，占应当面商的件次";
  return rate("meeting_rate_by_case", "面商率（按件）", met, cases.length, definition);
}

/** 面商率（按人次）: persons met of persons invited, over every 面商; calls, letters and visits do not count. */
export function meetingRateByPerson(cases: readonly ContactCase[]): Rate {
  const meetings = cases.flatMap((item) => item.contacts.filter((contact) => contact.kind === "meeting"));
  const sum = (field: "met" | "invited") => meetings.reduce((total, meeting) => total + meeting[field], 0);
  const definition = "各次面商中到场的代表、委员人次，占邀请人次";
  return rate("meeting_rate_by_person", "面商率（按人次）", sum("met"), sum("invited"), definition);
}
