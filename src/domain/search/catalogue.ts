import type { MotionKind } from "../motion/kind.ts";
import { motionPath, type MotionNumber } from "../motion/number.ts";
import type { GramLayout } from "./gram-files.ts";

/** `index.json`: read anew after every answer; a session is of one such file (site/search/fresh-session.ts). */
export type SearchIndex = {
  /** Newest first. */
  readonly shards: readonly ShardIndex[];
  /** Replies of a year that are kept back: years that have some. */
  readonly withheld: readonly { readonly year: number; readonly replies: number }[];
};

export type ShardIndex = {
  /** Below the index: 2026/0, 2019-2023/0. */
  readonly folder: string;
  readonly years: readonly number[];
  readonly records: number;
  /** Changes when anything in the shard changes; every file in it is asked for with it. */
  readonly version: string;
};

/** Values once, and for each record the places of its values. */
export type Table = { readonly values: readonly string[]; readonly rows: readonly (readonly number[])[] };

/** `head.gz`: what facets, order and the index need of every record of a shard, column by column, newest first. */
export type Catalogue = {
  readonly years: readonly number[];
  readonly kinds: Table;
  readonly outcomes: Table;
  readonly units: Table;
  readonly topics: Table;
  readonly modes: Table;
  /** 0 where there is none, negative between sessions. */
  readonly numbers: readonly number[];
  /** Ordinals. */
  readonly keyItems: readonly number[];
  /** Days of publication as numbers, 20261130, each as its difference to the one before. */
  readonly days: readonly number[];
  /** Of the records that do not lie where their number says. */
  readonly paths: Readonly<Record<string, string>>;
  /** Positions of each record in the index. */
  readonly lengths: readonly number[];
  readonly pairs: GramLayout;
  readonly singles: GramLayout;
};

export type CatalogueRow = {
  readonly year: number;
  /** Shard, and place in it, newest first. */
  readonly shard: string;
  readonly ordinal: number;
  readonly kind: MotionKind | "document";
  readonly number: MotionNumber | null;
  readonly outcomes: readonly string[];
  readonly units: readonly string[];
  readonly topic: string | null;
  readonly mode: string;
  readonly isKeyItem: boolean;
  readonly publishedOn: string;
  readonly path: string;
};

export function toDay(date: string): number {
  return Number(date.replaceAll("-", ""));
}

function toDate(day: number): string {
  return String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
}

function valuesAt(table: Table, ordinal: number): string[] {
  return (table.rows[ordinal] ?? []).flatMap((place) => table.values[place] ?? []);
}

function toNumber(packed: number): MotionNumber | null {
  return packed === 0 ? null : { number: Math.abs(packed), betweenSessions: packed < 0 };
}

/** Where a record lies by its number; "" where it has none. */
export function pathOf(year: number, kind: CatalogueRow["kind"], number: MotionNumber | null): string {
  return kind === "document" || number === null ? "" : motionPath(year, kind, number);
}

/** @param shard its folder */
export function toCatalogueRows(shard: string, catalogue: Catalogue): CatalogueRow[] {
  const keyItems = new Set(catalogue.keyItems);
  let day = 0;
  return catalogue.years.map((year, ordinal) => {
    const kind = (valuesAt(catalogue.kinds, ordinal)[0] ?? "document") as CatalogueRow["kind"];
    const number = toNumber(catalogue.numbers[ordinal] ?? 0);
    day += catalogue.days[ordinal] ?? 0;
    return {
      year,
      shard,
      ordinal,
      kind,
      number,
      outcomes: valuesAt(catalogue.outcomes, ordinal),
      units: valuesAt(catalogue.units, ordinal),
      topic: valuesAt(catalogue.topics, ordinal)[0] ?? null,
      mode: valuesAt(catalogue.modes, ordinal)[0] ?? "full",
      isKeyItem: keyItems.has(ordinal),
      publishedOn: toDate(day),
      path: catalogue.paths[ordinal] ?? pathOf(year, kind, number),
    };
  });
}
