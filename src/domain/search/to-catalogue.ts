import { parseMotionNumber } from "../motion/number.ts";
import type { SearchRecord } from "../view/search-record.ts";
import type { Catalogue, Table } from "./catalogue.ts";

function toTable(rows: readonly (readonly string[])[]): Table {
  const values = [...new Set(rows.flat())].toSorted();
  const places = new Map(values.map((value, place) => [value, place]));
  return { values, rows: rows.map((row) => row.flatMap((value) => places.get(value) ?? [])) };
}

function toPackedNumber({ numberLabel }: SearchRecord): number {
  const parsed = parseMotionNumber(numberLabel);
  if (!parsed) return 0;
  return parsed.betweenSessions ? -parsed.number : parsed.number;
}

/** Newest first; the address decides among equals, so that the order is the same on every machine. */
export function sortRecords<R extends SearchRecord>(records: readonly R[]): R[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return records.toSorted((a, b) => compare(b.publishedOn, a.publishedOn) || compare(a.path, b.path));
}

/** @param records of one year, as `sortRecords` orders them */
export function toCatalogue(records: readonly SearchRecord[]): Catalogue {
  return {
    kinds: toTable(records.map((record) => [record.kind])),
    outcomes: toTable(records.map((record) => [...new Set(record.outcomes)])),
    units: toTable(records.map((record) => [...new Set(record.units)])),
    topics: toTable(records.map((record) => (record.topic === null ? [] : [record.topic]))),
    modes: toTable(records.map((record) => [record.mode])),
    numbers: records.map(toPackedNumber),
    keyItems: records.flatMap((record, ordinal) => (record.keyItem ? [ordinal] : [])),
    publishedOn: records.map((record) => record.publishedOn),
    paths: records.map((record) => record.path),
  };
}
