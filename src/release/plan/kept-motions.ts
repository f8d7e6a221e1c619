import { existsSync, linkSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MotionRecord } from "#db/reads/year-sheet/find-year-record.ts";
import type { SchemeClass } from "#domain/scheme/scheme.ts";
import { type PackedRecord, packRecord, unpackRecord } from "./pack-record.ts";

const SEAM = ",\n";

export function recordsFile(year: number): string {
  return `motions-${year}.json`;
}

/**
 * What the figures of the years are made of, motion by motion, in the folder of the release and not in the site. It is read for
 * the years alone to which something was written. The classes stand in the first line, for their words are the only ones; then
 * each motion has its line, which stays as it is while the motion does.
 */
export class KeptMotions {
  readonly #folder: string | undefined;
  readonly #before: string | undefined;
  readonly #lines = new WeakMap<MotionRecord, string>();
  readonly #classes = new Map<number, readonly SchemeClass[]>();

  /** @param folder of the unfinished release, or undefined where nothing is kept @param before the one that it builds on */
  constructor(folder: string | undefined, before: { readonly folder: string } | undefined) {
    this.#folder = folder;
    this.#before = before?.folder;
  }

  /** Undefined where they were not kept or cannot be read. */
  find(year: number): readonly MotionRecord[] | undefined {
    if (this.#before === undefined) return undefined;
    try {
      const text = readFileSync(join(this.#before, recordsFile(year)), "utf8");
      const [classes, ...packed] = JSON.parse(text) as [SchemeClass[], ...PackedRecord[]];
      const classAt = (place: number): SchemeClass => {
        const item = classes[place];
        if (!item) throw new Error(`Failed to read ${recordsFile(year)}: there is no class ${place}`);
        return item;
      };
      const [, ...lines] = text.slice(1, -1).split(SEAM);
      const records = packed.map((item) => unpackRecord(item, classAt));
      for (const [at, record] of records.entries()) this.#lines.set(record, lines[at] ?? "");
      this.#classes.set(year, classes);
      return records;
    } catch {
      return undefined;
    }
  }

  write(year: number, records: readonly MotionRecord[]): void {
    if (this.#folder === undefined) return;
    const classes = [...(this.#classes.get(year) ?? [])];
    const places = new Map<unknown, number>(classes.map((item, place) => [item, place]));
    // Those of rows that were read anew are other objects.
    const findSame = (name: string): number => classes.findIndex((item) => JSON.stringify(item) === name);
    const placeOf = (item: SchemeClass): number => {
      const known = places.get(item) ?? findSame(JSON.stringify(item));
      const place = known < 0 ? classes.push(item) - 1 : known;
      places.set(item, place);
      return place;
    };
    const lines = records.map((record) => this.#lines.get(record) ?? JSON.stringify(packRecord(record, placeOf)));
    writeFileSync(join(this.#folder, recordsFile(year)), `[${[JSON.stringify(classes), ...lines].join(SEAM)}]`);
  }
}

/** Takes over what was not written anew. @param before folder of the release before */
export function linkRecords(year: number, folder: string, before: string): void {
  const [from, to] = [before, folder].map((item) => join(item, recordsFile(year)));
  if (from && to && !existsSync(to) && existsSync(from)) linkSync(from, to);
}
