import { scanText } from "../privacy/scan-text.ts";
import { linkAddresses } from "../reply/plain-text.ts";
import type { Scheme } from "../scheme/scheme.ts";
import { checkMark } from "./check-class.ts";
import { checkHead } from "./check-head.ts";
import type { Level } from "./check-level.ts";
import { checkLevel } from "./check-level.ts";
import { checkMotion } from "./check-motion.ts";
import { checkText } from "./check-text.ts";
import type { Finding } from "./finding.ts";
import type { LetterToCheck, MotionToMatch } from "./letter-to-check.ts";
import { letterPlaces } from "./letter-places.ts";

export type LetterContext = {
  /** The classes of the campaign. */
  readonly scheme: Scheme;
  /** Every motion of the campaign; without it the number is checked as far as the letter itself tells. */
  readonly motions?: readonly MotionToMatch[];
  /** Level of the answering government; without it, the level in the title. */
  readonly level?: Level;
  /** Telephones that the offices give out. */
  readonly officeLines?: readonly string[];
  /** Contacts of deputies and members that the office keeps. */
  readonly privateContacts?: readonly string[];
};

function scanPlaces(letter: LetterToCheck, context: LetterContext): Finding[] {
  const { officeLines = [], privateContacts = [] } = context;
  const links = linkAddresses(letter.body).map((text) => ({ where: "link", text }));
  const places = [...letterPlaces(letter), ...links];
  return [...new Set(places.map(({ where }) => where))].flatMap((where) => {
    const texts = places.filter((place) => place.where === where).map(({ text }) => text);
    const findings = scanText(texts, { officeLines, privateContacts, where });
    // The contact line of a reply exists to give an office telephone (附件5、6).
    return where === "foot" ? findings.filter(({ code }) => code !== "pii_landline") : findings;
  });
}

function eachOnce(findings: readonly Finding[]): Finding[] {
  return [
    ...new Map(findings.map((finding) => [[finding.code, finding.where, finding.text].join("\n"), finding])).values(),
  ];
}

/**
 * The gate before a reply goes out: mark, class against wording, number, blanks, dates, level, personal data.
 * Empty for a clean letter. A Word file and a stored draft are checked by the same rules.
 */
export function checkLetter(letter: LetterToCheck, context: LetterContext): Finding[] {
  return eachOnce([
    ...checkMark(letter, context.scheme),
    ...checkHead(letter),
    ...checkMotion(letter, context.motions),
    ...checkText(letter),
    ...checkLevel(letter, context.level),
    ...scanPlaces(letter, context),
  ]);
}
