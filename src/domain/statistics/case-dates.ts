import type { SchemeClass } from "../scheme/scheme.ts";
import type { RoundFacts } from "./facts.ts";

/** A round as it was filed: when its form came back, and whether its answers order 重新办理. */
export type FiledRound = Pick<RoundFacts, "answers"> & {
  /** ISO instant; null while the form is out. */
  readonly filedAt: string | null;
  readonly ordersRedo: boolean;
  readonly redoDueOn: string | null;
};

/** The instant of the first letter that went out after another instant; null: none has yet. `letters` in order. */
export function findLetterAfter(letters: readonly string[], after: string | null): string | null {
  return letters.find((at) => after === null || at > after) ?? null;
}

/** The letter with which a matter is closed: the first one, or the first after the last order to handle it anew. */
export function findClosingLetter(letters: readonly string[], rounds: readonly FiledRound[]): string | null {
  const order = rounds.findLast(({ ordersRedo, filedAt }) => ordersRedo && filedAt !== null);
  // A form filled in at the 面商, before any letter: handling simply went on.
  return findLetterAfter(letters, order?.filedAt ?? null);
}

export type DatedClass = { readonly class: SchemeClass; readonly on: string };
type DatedCode = { readonly code: string | null; readonly on: string | null };

/**
 * The classes of one reply, first to latest. The dated series decides; letters and follow-ups that came in without one
 * (years handled elsewhere) tell the same. Codes that the scheme does not know are left out.
 */
export function toClassSeries(
  decided: readonly DatedCode[],
  printed: readonly DatedCode[],
  find: (code: string) => SchemeClass | undefined,
): DatedClass[] {
  const source = decided.length > 0 ? decided : printed;
  return source.flatMap(({ code, on }) => {
    const item = code === null ? undefined : find(code);
    return item && on !== null ? [{ class: item, on }] : [];
  });
}
