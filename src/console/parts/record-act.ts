import type { Role } from "../session/session.ts";
import type { ActAnswers, ActField } from "./act-fields.ts";
import { sayToday } from "./chinese-date.ts";

/** What fields may be chosen from. */
export type ActUnit = { readonly code: string; readonly shortName: string; readonly endedOn?: string | null };

/** Something that can be done about a record: who sees its button, when, and what it asks. */
export type RecordAct<T> = {
  readonly key: string;
  readonly label: string;
  readonly roles: readonly Role[];
  readonly isOpen: (record: T) => boolean;
  /** The one that is to be done next. */
  readonly isNext?: boolean;
  readonly lead?: string;
  readonly fields: (record: T, units: readonly ActUnit[]) => readonly ActField[];
  /** Throws ApiProblem. */
  readonly deed: (record: T, answers: ActAnswers) => Promise<unknown>;
};

export const REASON: ActField = { key: "reason", label: "理由", kind: "words" };

export function orNull(text: string | undefined): string | null {
  return text?.trim() ? text.trim() : null;
}

/** Those that still stand: nothing is given to a unit that has ended. `day`: YYYY-MM-DD. */
export function listStanding<T extends ActUnit>(units: readonly T[], day = sayToday()): T[] {
  return units.filter(({ endedOn }) => !endedOn || endedOn >= day);
}

export function toUnitOptions(units: readonly ActUnit[]) {
  return listStanding(units).map(({ code, shortName }) => ({ value: code, label: shortName }));
}

/** The acts that this role may do now. */
export function listOpenActs<T>(acts: readonly RecordAct<T>[], record: T, role: Role): RecordAct<T>[] {
  return acts.filter(({ roles, isOpen }) => roles.includes(role) && isOpen(record));
}
