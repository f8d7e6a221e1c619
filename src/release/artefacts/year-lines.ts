import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublicMatter } from "#domain/view/public-reply.ts";
import type { ShownMatter } from "../plan/shown.ts";
import { findFresh } from "./fresh-rows.ts";
import type { ArtefactWork } from "./work.ts";
import { nameOfPart, type YearPart } from "./year-parts.ts";

/** Path inside the site without a slash in front. */
export function yearFileOf(part: Pick<YearPart, "year" | "number">, ending: string): string {
  return `data/${nameOfPart(part)}${ending}`;
}

/** A part with as much of its matters as another thread needs. */
export type YearTask = Omit<YearPart, "matters"> & { readonly matters: YearMatters };

/** What the data of a year are made with. */
export type YearWork = Pick<ArtefactWork, "source" | "writer" | "note" | "base"> & {
  /** The same part in the release before, where that had one. */
  readonly before: { readonly matters: YearMatters; readonly site: string } | undefined;
};

const HEAD = "[\n";
const SEAM = ",\n";
const TAIL = "\n]\n";

/** The year's matters as JSON, one line each. */
export function joinLines(lines: readonly Buffer[]): Buffer {
  return Buffer.concat([
    Buffer.from(HEAD),
    ...lines.flatMap((line, at) => (at === 0 ? [line] : [Buffer.from(SEAM), line])),
    Buffer.from(TAIL),
  ]);
}

/** Lines as the release before wrote them, by motion: a line is the very bytes that its matter gives. */
async function readLinesBefore({ before }: YearWork, part: YearTask): Promise<Map<string, Buffer>> {
  const lines = new Map<string, Buffer>();
  if (!before) return lines;
  const bytes = await readFile(join(before.site, yearFileOf(part, ".json")));
  let at = HEAD.length;
  for (const { id } of before.matters) {
    const end = bytes.indexOf("\n", at);
    const isLast = bytes[end - 1] !== SEAM.charCodeAt(0);
    lines.set(id, bytes.subarray(at, isLast ? end : end - 1));
    at = end + 1;
  }
  if (at + TAIL.length - 1 !== bytes.length)
    throw new Error(`Failed to release: the data of ${nameOfPart(part)} are not as the plan has them`);
  return lines;
}

export type YearLines = {
  /** In the order of the year's tables. */
  readonly ids: readonly string[];
  readonly lineOf: (id: string) => Buffer;
  /** What stands otherwise than in the file before, seams included. */
  readonly fresh: readonly string[];
};

/** Matters of a year in the order of its tables. */
export type YearMatters = readonly Pick<ShownMatter, "id" | "hash">[];

/** Public matters of a part: those that changed from the source, the others out of the file before. */
export async function readYearLines(work: YearWork, part: YearTask): Promise<YearLines> {
  const { matters } = part;
  const known = await readLinesBefore(work, part);
  const hashes = new Map((work.before?.matters ?? []).map(({ id, hash }) => [id, hash]));
  const isSame = ({ id, hash }: YearMatters[number]) => known.has(id) && hashes.get(id) === hash;
  const made = new Map<string, Buffer>();
  for await (const { matter, json } of work.source.getTexts(
    matters.filter((matter) => !isSame(matter)).map(({ id }) => id),
  ))
    made.set(matter.id, json);
  const ids = matters.map(({ id }) => id);
  const lineOf = (id: string): Buffer => {
    const line = made.get(id) ?? known.get(id);
    if (!line) throw new Error(`Failed to release: no data of ${id}`);
    return line;
  };
  const stood = [...known.keys()].filter((id) => !made.has(id));
  return { ids, lineOf, fresh: findFresh(ids, stood) };
}

export function toMatter(line: Buffer): PublicMatter {
  return JSON.parse(line.toString()) as PublicMatter;
}
