import type { Subject } from "./bank/subject.ts";
import type { Meaning } from "./phrases/conclusion.ts";
import type { Places } from "./places.ts";
import type { SeedUnit } from "./units.ts";

/** What an earlier letter on the same subject promised. */
export type EarlierPromise = { readonly year: number; readonly label: string; readonly plan: string };

/** All that one letter needs to know; everything in it is decided before a word is written. */
export type LetterContext = {
  /** Seed of the letter's own random choices. */
  readonly label: string;
  readonly year: number;
  readonly yearIndex: number;
  readonly subjectId: string;
  readonly subject: Subject;
  /** Which of the subject's four titles, 0 to 3. */
  readonly focus: number;
  /** 分办: the second unit writes on what the first left out. */
  readonly isSecond: boolean;
  readonly isSeparate: boolean;
  readonly unit: SeedUnit;
  readonly jointNames: readonly string[];
  readonly you: string;
  readonly title: string;
  readonly places: Places;
  readonly assignedOn: string;
  readonly signedOn: string;
  readonly classCode: string;
  readonly meaning: Meaning;
  readonly earlier: EarlierPromise | undefined;
};
