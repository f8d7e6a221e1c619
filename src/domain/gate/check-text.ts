import type { Finding } from "./finding.ts";
import { findImpossibleDates } from "./impossible-date.ts";
import type { LetterToCheck } from "./letter-to-check.ts";
import { letterPlaces } from "./letter-places.ts";
import { findPlaceholders } from "./placeholder.ts";
import { blockFinding } from "./quote-words.ts";

/** Blanks left in and days that do not exist, anywhere in the letter. */
export function checkText(letter: LetterToCheck): Finding[] {
  const signed = letter.signedOn === null ? [] : [{ where: "foot", text: letter.signedOn }];
  return [...letterPlaces(letter), ...signed].flatMap(({ where, text }) => [
    ...findPlaceholders(text).map((words) =>
      blockFinding("placeholder", { where, text: words }, `模板中的空白“${words}”没有填写。请填写或者删去。`),
    ),
    ...findImpossibleDates(text).map((words) =>
      blockFinding("impossible_date", { where, text: words }, `“${words}”不是日历上的日期。请改正。`),
    ),
  ]);
}
