const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/;
const LANDLINE = /^(?:0\d{2,3})?[2-9]\d{6,7}(?:转\d{1,6})?$/;
const MAILBOX = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

/** One form for all ways of writing it: without blanks, brackets and hyphens. */
export function contactKey(text: string): string {
  const plain = text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  return plain.includes("@") ? plain : plain.replace(/[()-]/g, "").replace(/^\+?86(?=1\d{10}$)/, "");
}

/** A telephone or a mailbox; 无, 见附件 or a name in the column of contacts would have the gate stop letters for nothing. */
export function isContact(text: string): boolean {
  const key = contactKey(text);
  return MOBILE.test(key) || LANDLINE.test(key) || MAILBOX.test(key);
}

/** The contacts in one cell: by the usual signs, then by blanks where what stands between the signs is none. */
export function splitContacts(cell: string): string[] {
  const parts = cell.normalize("NFKC").split(/[、,;/\n]+/);
  return parts
    .flatMap((part) => (isContact(part) ? [part] : part.split(/\s+/)))
    .map((part) => part.trim())
    .filter(isContact);
}
