import { parsePrintedDate } from "../printed-date.ts";
import type { LetterContact } from "./letter-contact.ts";
import { parseLetterContact } from "./letter-contact.ts";
import type { LetterLine } from "./letter-lines.ts";
import type { LetterMark } from "./letter-mark.ts";
import { parseLetterMark } from "./letter-mark.ts";
import { endsLikeUnit } from "./unit-ending.ts";

export type LetterFoot = {
  readonly signatory: string | null;
  /** YYYY-MM-DD as printed, also when there is no such day: the gate judges. */
  readonly signedOn: string | null;
  /** The date line as it stands when it is not filled in (2026年x月x日). */
  readonly blankDate?: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly copyTo: string | null;
  readonly mark: LetterMark;
  /** Index after the last line of the body. */
  readonly bodyEnd: number;
  readonly unread: readonly string[];
};

const YEAR = "(?:\\d{4}|[〇零○一二三四五六七八九]{4}|[xX×＿_]{2,4}|20[xX×＿_]{2})";
const PART = "[\\d〇零一二三四五六七八九十xX×＿_\\s]{0,4}";
const DATE_AT_END = new RegExp(`^(.{0,40}?)(${YEAR}\\s*年${PART}月${PART}日)\\s*(?:[（(](?:盖章|公章|印章)[）)])?$`);
const COPY = /^(?:抄送|抄报|主题词)\s*[:：]\s*(.*?)[。.]?$/;
const PRINTED_BY = /日\s*印发$|^(?:共印|印)\s*\d+\s*份/;
const SENTENCE = /[。；;：:！!？?，,]/;
const LONGEST_SIGNATORY = 40;
const MOST_SIGNATORIES = 4;

type SignedAt = {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
  readonly date: string;
};

function isSignatory(line: LetterLine, issuer: string | null): boolean {
  if (line.text.length > LONGEST_SIGNATORY || SENTENCE.test(line.text)) return false;
  const text = cleanSignatory(line.text);
  return line.align === "right" || text === issuer || endsLikeUnit(text);
}

function cleanSignatory(text: string): string {
  return text.replace(/\s+|[（(](?:盖章|公章|印章|章)[）)]/g, "");
}

/** A line that ends in a date, with what stands before the date on the same line. */
function parseDateLine({ text }: LetterLine): { before: string; date: string } | undefined {
  const [, before = "", date = ""] = DATE_AT_END.exec(text) ?? [];
  return date === "" || SENTENCE.test(before) ? undefined : { before: cleanSignatory(before), date };
}

function countSignatories(lines: readonly LetterLine[], at: number, bodyStart: number, issuer: string | null): number {
  const above = lines.slice(Math.max(bodyStart, at - MOST_SIGNATORIES), at).toReversed();
  const other = above.findIndex((line) => !isSignatory(line, issuer));
  return other < 0 ? above.length : other;
}

/** The signature: the last line that ends in a date, with the names above it (or before the date, on one line). */
function findSignature(lines: readonly LetterLine[], bodyStart: number, issuer: string | null): SignedAt | undefined {
  for (const [at, line] of [...lines.entries()].slice(bodyStart).toReversed()) {
    const found = parseDateLine(line);
    if (!found) continue;
    const from = at - countSignatories(lines, at, bodyStart, issuer);
    const above = lines.slice(from, at).map(({ text }) => cleanSignatory(text));
    const names = [...above, found.before].filter((name) => name !== "");
    // A date in a table of the body is no signature unless a name stands by it.
    if (names.length > 0 || !line.inTable) return { from, to: at + 1, names, date: found.date };
  }
  return undefined;
}

/** Without a date the foot starts where contact and copy lines do. */
function findFootWithoutDate(lines: readonly LetterLine[], bodyStart: number): number {
  const at = lines.findIndex(
    ({ text }, index) => index >= bodyStart && (COPY.test(text) || parseLetterContact(text) !== undefined),
  );
  return at < 0 ? lines.length : at;
}

type FootLines = Pick<LetterFoot, "contactName" | "contactPhone" | "copyTo" | "mark" | "unread">;

function readFootLines(lines: readonly LetterLine[]): FootLines {
  let contact: Partial<LetterContact> = {};
  let copyTo: string | null = null;
  let mark: LetterMark = {};
  const unread: string[] = [];
  for (const { text } of lines) {
    const found = parseLetterContact(text);
    const copy = COPY.exec(text)?.[1];
    const footMark = parseLetterMark(text);
    if (found) {
      contact = { ...found, ...contact };
      if (found.rest !== "") unread.push(text);
    } else if (copy !== undefined && copyTo === null) copyTo = copy.trim();
    else if (footMark) mark = { ...footMark, ...mark };
    else if (!PRINTED_BY.test(text)) unread.push(text);
  }
  return { contactName: contact.name ?? null, contactPhone: contact.phone ?? null, copyTo, mark, unread };
}

type Signed = Pick<LetterFoot, "signatory" | "signedOn" | "blankDate">;

function toSigned(signature: SignedAt | undefined): Signed {
  if (!signature) return { signatory: null, signedOn: null };
  const signatory = signature.names.length > 0 ? signature.names.join("、") : null;
  const printed = parsePrintedDate(signature.date);
  return printed ? { signatory, signedOn: printed.date } : { signatory, signedOn: null, blankDate: signature.date };
}

/** Some offices put the contact above the signature. */
function withoutContacts(lines: readonly LetterLine[], bodyStart: number, end: number): number {
  const above = lines.slice(bodyStart, end);
  return bodyStart + above.findLastIndex(({ text }) => parseLetterContact(text) === undefined) + 1;
}

/** Reads everything below the body: signatory, date, contact, copies. Lines that are none of these are named. */
export function readLetterFoot(lines: readonly LetterLine[], bodyStart: number, issuer: string | null): LetterFoot {
  const signature = findSignature(lines, bodyStart, issuer);
  const footStart = findFootWithoutDate(lines, bodyStart);
  const { from, to } = signature ?? { from: footStart, to: footStart };
  const bodyEnd = withoutContacts(lines, bodyStart, from);
  const footLines = [...lines.slice(bodyEnd, from), ...lines.slice(to)];
  return { ...readFootLines(footLines), ...toSigned(signature), bodyEnd };
}
