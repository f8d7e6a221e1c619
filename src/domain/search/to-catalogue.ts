import { parseMotionNumber, type MotionNumber } from "../motion/number.ts";
import type { SearchRecord } from "../view/search-record.ts";
import { pathOf, toDay, type Catalogue, type Table } from "./catalogue.ts";

function toTable(rows: readonly (readonly string[])[]): Table {
  const values = [...new Set(rows.flat())].toSorted();
  const places = new Map(values.map((value, place) => [value, place]));
  return { values, rows: rows.map((row) => row.flatMap((value) => places.get(value) ?? [])) };
}

function toPacked(number: MotionNumber | undefined): number {
  if (!number) return 0;
  return number.betweenSessions ? -number.number : number.number;
}

function toPaths(records: readonly SearchRecord[]): Catalogue["paths"] {
  return Object.fromEntries(
    records.flatMap(({ year, kind, numberLabel, path }, ordinal) =>
      path === pathOf(year, kind, parseMotionNumber(numberLabel) ?? null) ? [] : [[String(ordinal), path] as const],
    ),
  );
}

/** Newest first; the address decides among equals, so that the order is the same on every machine. */
export function sortRecords<R extends SearchRecord>(records: readonly R[]): R[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return records.toSorted(
    (a, b) => b.year - a.year || compare(b.publishedOn, a.publishedOn) || compare(a.path, b.path),
  );
}

/** @param records as `sortRecords` orders them @param index what else the head of a shard says */
export function toCatalogue(
  records: readonly SearchRecord[],
  index: Pick<Catalogue, "lengths" | "pairs" | "singles">,
): Catalogue {
  const days = records.map((record) => toDay(record.publishedOn));
  return {
    years: records.map((record) => record.year),
    kinds: toTable(records.map((record) => [record.kind])),
    outcomes: toTable(records.map((record) => [...new Set(record.outcomes)])),
    units: toTable(records.map((record) => [...new Set(record.units)])),
    topics: toTable(records.map((record) => (record.topic === null ? [] : [record.topic]))),
    modes: toTable(records.map((record) => [record.mode])),
    numbers: records.map((record) => toPacked(parseMotionNumber(record.numberLabel))),
    keyItems: records.flatMap((record, ordinal) => (record.keyItem ? [ordinal] : [])),
    days: days.map((day, ordinal) => day - (days[ordinal - 1] ?? 0)),
    paths: toPaths(records),
    ...index,
  };
}
