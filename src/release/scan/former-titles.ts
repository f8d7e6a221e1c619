import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../if-there.ts";
import type { Scope } from "../plan/collect.ts";
import type { Plan } from "../plan/plan.ts";
import type { ShownMatter } from "../plan/shown.ts";

const FORMER = "former-titles.json";

/**
 * Titles that releases showed and no row has any more: in pages they may still be. Remembered from release to release,
 * since no row would tell that one is withheld. Empty where the release wrote none down.
 */
export async function readFormer(folder: string): Promise<Set<string>> {
  const text = await ifThere(readFile(join(folder, FORMER), "utf8"));
  return new Set(text === undefined ? [] : (JSON.parse(text) as string[]));
}

export async function writeFormer(folder: string, former: ReadonlySet<string>): Promise<void> {
  await writeFile(join(folder, FORMER), JSON.stringify([...former]));
}

/** @param read what is public of the motions of the scope */
export async function findFormer(
  previous: { readonly folder: string; readonly known: Plan | undefined } | undefined,
  { ids, everyBecause }: Pick<Scope, "ids" | "everyBecause">,
  read: readonly ShownMatter[],
): Promise<ReadonlySet<string>> {
  if (!previous) return new Set();
  const former = await readFormer(previous.folder);
  const asked = everyBecause === null ? new Set(ids) : undefined;
  const present = new Map(read.map(({ id, line }) => [id, line.title]));
  for (const { id, line } of previous.known?.years.flatMap((year) => year.matters) ?? [])
    if ((!asked || asked.has(id)) && present.get(id) !== line.title) former.add(line.title);
  return former;
}
