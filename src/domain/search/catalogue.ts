import type { MotionKind } from "../motion/kind.ts";
import type { MotionNumber } from "../motion/number.ts";

/** `shard.json` of a year: the only file whose name stays while its content changes. */
export type YearIndex = {
  readonly year: number;
  /** Newest first, each in the folder of its number. */
  readonly shards: readonly ShardIndex[];
};

export type ShardIndex = {
  /** Year and place in the year (shards.ts). */
  readonly key: number;
  /** Below the year's folder. */
  readonly folder: string;
  readonly records: number;
  /** Changes when anything in the shard changes. */
  readonly version: string;
  /** Files beside it; their names change with their content. */
  readonly catalogue: string;
  readonly runs: string;
};

/** Values once, and for each record the places of its values. */
export type Table = { readonly values: readonly string[]; readonly rows: readonly (readonly number[])[] };

/** What facets, order and direct hits need of every record of a shard, column by column, newest first. */
export type Catalogue = {
  readonly kinds: Table;
  readonly outcomes: Table;
  readonly units: Table;
  readonly topics: Table;
  readonly modes: Table;
  /** 0 where there is none, negative between sessions. */
  readonly numbers: readonly number[];
  /** Ordinals. */
  readonly keyItems: readonly number[];
  readonly publishedOn: readonly string[];
  readonly paths: readonly string[];
};

export type CatalogueRow = {
  readonly year: number;
  /** Place in the year, newest first. */
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

function valuesAt(table: Table, ordinal: number): string[] {
  return (table.rows[ordinal] ?? []).flatMap((place) => table.values[place] ?? []);
}

function toNumber(packed: number): MotionNumber | null {
  return packed === 0 ? null : { number: Math.abs(packed), betweenSessions: packed < 0 };
}

/** @param newer records of the year in newer shards */
export function toCatalogueRows(year: number, catalogue: Catalogue, newer = 0): CatalogueRow[] {
  const keyItems = new Set(catalogue.keyItems);
  return catalogue.publishedOn.map((publishedOn, ordinal) => ({
    year,
    ordinal: newer + ordinal,
    kind: (valuesAt(catalogue.kinds, ordinal)[0] ?? "document") as CatalogueRow["kind"],
    number: toNumber(catalogue.numbers[ordinal] ?? 0),
    outcomes: valuesAt(catalogue.outcomes, ordinal),
    units: valuesAt(catalogue.units, ordinal),
    topic: valuesAt(catalogue.topics, ordinal)[0] ?? null,
    mode: valuesAt(catalogue.modes, ordinal)[0] ?? "full",
    isKeyItem: keyItems.has(ordinal),
    publishedOn,
    path: catalogue.paths[ordinal] ?? "/",
  }));
}
