import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { csvLine, type DataTable } from "./data-table.ts";
import type { ArtefactWork } from "./work.ts";

/** Records of a CSV file; one with a line break inside comes apart, and is then taken for new. */
function splitRecords(csv: string): string[] {
  return csv.split(/(?<=\r\n)/);
}

/**
 * New lines and their neighbours: with those that stood there before, all that a file says anew, seams included.
 * Lines that went bring their neighbours together.
 */
export function findFresh<T>(order: readonly T[], before: readonly T[]): T[] {
  const next = new Map(before.map((item, at) => [item, before[at + 1]]));
  const picked = new Set<number>();
  for (const [at, item] of order.entries()) {
    const follows = order[at + 1];
    if (next.has(item) && next.get(item) === follows && at > 0) continue;
    for (const near of [at - 1, at, at + 1]) if (near >= 0 && near < order.length) picked.add(near);
  }
  return order.filter((_, at) => picked.has(at));
}

/**
 * The table with those of its rows that stand otherwise than in the release before: what is to be inspected.
 * @param file as CSV without a mark
 */
export async function toFreshTable(
  { before, siteBefore }: ArtefactWork,
  table: DataTable,
  file: string,
): Promise<DataTable> {
  if (siteBefore === undefined || before?.plan.keys[file] === undefined) return table;
  const [, ...stood] = splitRecords(await readFile(join(siteBefore, file), "utf8"));
  const rows = new Map(table.rows.map((row) => [csvLine(row), row]));
  const lines = findFresh(table.rows.map(csvLine), stood);
  return { ...table, rows: lines.map((line) => rows.get(line) ?? []) };
}
