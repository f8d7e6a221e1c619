import { STANDINGS } from "#domain/view/public-year.ts";
import type { PublicRegisterEntry, PublicRegisterPart } from "#domain/view/public-year.ts";
import { keyOf } from "../plan/key.ts";
import type { RegisterTotals } from "#domain/view/record-views.ts";
import type { ShownMatter } from "../plan/shown.ts";

/** What is owed and not there yet. */
export type WaitingPart = Pick<PublicRegisterEntry, "kind" | "number" | "betweenSessions"> &
  Pick<PublicRegisterPart, "unit" | "dueOn" | "lawDueOn">;

/** Where an entry stands in every list. */
type Place = Pick<PublicRegisterEntry, "kind" | "number" | "betweenSessions">;

/** So many entries in the order of every list. */
export type RegisterPart = {
  readonly first: Place;
  /** Of the entries, and of those into which one of them was merged. */
  readonly hash: string;
  /** Matters into which one of them was merged. */
  readonly heads: readonly string[];
  readonly rows: number;
  /** Of the rows, those of withheld replies. */
  readonly withheld: number;
};

/** What other pages say of a year's register, so that they need not read it. */
export type RegisterSummary = Omit<RegisterTotals, "year"> & {
  /** Matters of which nobody here answers a part. */
  readonly withoutPart: number;
  /** In the order of every list. */
  readonly waiting: readonly WaitingPart[];
  readonly inParts: readonly RegisterPart[];
};

/** In the order of every list: kind, those of the session before those between sessions, number. */
export function inOrder(a: Place, b: Place): number {
  const kind = a.kind === b.kind ? 0 : a.kind === "suggestion" ? -1 : 1;
  return kind || Number(a.betweenSessions) - Number(b.betweenSessions) || a.number - b.number;
}

function listWaiting(register: readonly PublicRegisterEntry[]): WaitingPart[] {
  return register
    .toSorted(inOrder)
    .flatMap(({ kind, number, betweenSessions, parts }) =>
      parts
        .filter(({ standing }) => standing === "handling")
        .map(({ unit, dueOn, lawDueOn }) => ({ kind, number, betweenSessions, unit, dueOn, lawDueOn })),
    );
}

/** @param size entries of a part */
export function cutRegister(register: readonly PublicRegisterEntry[], size: number): PublicRegisterEntry[][] {
  const sorted = register.toSorted(inOrder);
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, at) => sorted.slice(at * size, (at + 1) * size));
}

function listParts(register: readonly PublicRegisterEntry[], size: number): RegisterPart[] {
  const byId = new Map(register.map((entry) => [entry.id, entry]));
  return cutRegister(register, size).flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    const heads = entries.flatMap(({ mergedInto }) => mergedInto ?? []);
    const { kind, number, betweenSessions } = first;
    const parts = entries.flatMap((entry) => entry.parts);
    return [
      {
        first: { kind, number, betweenSessions },
        hash: keyOf(
          entries,
          heads.map((id) => byId.get(id)),
        ),
        heads,
        rows: parts.length + entries.filter((entry) => entry.parts.length === 0).length,
        withheld: parts.filter(({ standing }) => standing === "withheld").length,
      },
    ];
  });
}

export function summariseRegister(register: readonly PublicRegisterEntry[], size: number): RegisterSummary {
  const parts = register.flatMap((entry) => entry.parts);
  const count = (standing: PublicRegisterPart["standing"]) => parts.filter((part) => part.standing === standing).length;
  const left = (state: PublicRegisterEntry["state"]) => register.filter((entry) => entry.state === state).length;
  return {
    matters: register.length,
    parts: Object.fromEntries(STANDINGS.map((standing) => [standing, count(standing)])) as RegisterTotals["parts"],
    left: { merged: left("merged"), transferred: left("transferred"), withdrawn: left("withdrawn") },
    withoutPart: register.filter((entry) => entry.parts.length === 0).length,
    waiting: listWaiting(register),
    inParts: listParts(register, size),
  };
}

/** Matters of each part of the register: those at and behind its first entry, and before the first of the next. */
export function cutMatters(
  { matters }: { readonly matters: readonly ShownMatter[] },
  parts: readonly Pick<RegisterPart, "first">[],
): ShownMatter[][] {
  const cut = parts.map((): ShownMatter[] => []);
  for (const matter of matters) {
    const { number, betweenSessions, line } = matter;
    const place = { kind: line.kind, number, betweenSessions };
    const at = parts.findLastIndex(({ first }) => inOrder(place, first) >= 0);
    cut[at]?.push(matter);
  }
  return cut;
}
