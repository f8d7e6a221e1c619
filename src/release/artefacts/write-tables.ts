import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { keyOf } from "../plan/key.ts";
import type { ShownMatter, ShownYear } from "../plan/shown.ts";
import { dataFileOf, tableHead, tableRows } from "./open-data.ts";
import { type ArtefactWork, isKept } from "./work.ts";

/** Rows of the year's table as the release before wrote them, by motion. */
async function readRowsBefore({ before, siteBefore }: ArtefactWork, year: number): Promise<Map<string, Buffer>> {
  const rows = new Map<string, Buffer>();
  const known = before?.plan.years.find((item) => item.year === year);
  if (!known || known.matters.length === 0 || siteBefore === undefined) return rows;
  const bytes = await readFile(join(siteBefore, dataFileOf(year)));
  let at = Buffer.byteLength(tableHead());
  for (const { id, tableBytes } of known.matters) {
    rows.set(id, bytes.subarray(at, at + tableBytes));
    at += tableBytes;
  }
  if (at !== bytes.length) throw new Error(`Failed to release: the table of ${year} is not as the plan has it`);
  return rows;
}

async function makeRows(work: ArtefactWork, matters: readonly ShownMatter[], known: ReadonlyMap<string, Buffer>) {
  const isSame = ({ id, hash }: ShownMatter) => known.has(id) && work.before?.matters.get(id)?.hash === hash;
  const made = new Map<string, Buffer>();
  const fresh = matters.filter((matter) => !isSame(matter)).map(({ id }) => id);
  for await (const matter of work.source.get(fresh)) made.set(matter.id, Buffer.from(tableRows(matter)));
  return made;
}

/**
 * New rows and their neighbours: with those that stood there before, all that the file says anew, seams included.
 * Rows that went bring their neighbours together.
 */
function findFresh(order: readonly string[], before: readonly string[]): string[] {
  const next = new Map(before.map((id, at) => [id, before[at + 1]]));
  const picked = new Set<number>();
  for (const [at, id] of order.entries()) {
    const follows = order[at + 1];
    if (next.has(id) && next.get(id) === follows && at > 0) continue;
    for (const near of [at - 1, at, at + 1]) if (near >= 0 && near < order.length) picked.add(near);
  }
  return order.filter((_, at) => picked.has(at));
}

async function writeTable(work: ArtefactWork, { year, matters }: ShownYear): Promise<Map<string, number>> {
  const known = await readRowsBefore(work, year);
  const made = await makeRows(work, matters, known);
  const rows = new Map([...known, ...made]);
  const order = matters.map(({ id }) => id);
  const head = Buffer.from(tableHead());
  const toTable = (ids: readonly string[]) =>
    Buffer.concat([head, ...ids.map((id) => rows.get(id) ?? Buffer.alloc(0))]);
  const fresh = findFresh(
    order,
    [...known.keys()].filter((id) => !made.has(id)),
  );
  work.note(dataFileOf(year), fresh);
  await work.writer.put(dataFileOf(year), toTable(order), toTable(fresh));
  return new Map(order.map((id) => [id, rows.get(id)?.length ?? 0]));
}

/** The table of each year. Returns the bytes of each motion's rows where they were counted anew. */
export async function writeTables(work: ArtefactWork): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const year of work.city.years) {
    const file = dataFileOf(year.year);
    if (year.matters.length === 0) continue;
    const key = keyOf(year.matters.map(({ id, hash }) => [id, hash]));
    if (isKept(work, file, key)) continue;
    for (const [id, size] of await writeTable(work, year)) sizes.set(id, size);
  }
  return sizes;
}
