import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Scope } from "../plan/collect.ts";
import type { Plan } from "../plan/plan.ts";
import type { ShownMatter } from "../plan/shown.ts";

const FORMER = "former-titles.json";

/**
 * Titles that releases showed and no row has any more: in pages they may still be. Remembered from release to release,
 * since no row would tell that one is withheld. Throws where they cannot be read: what is linked would not be searched.
 */
export async function readFormer(folder: string): Promise<Set<string>> {
  return new Set(JSON.parse(await readFile(join(folder, FORMER), "utf8")) as string[]);
}

export async function writeFormer(folder: string, former: ReadonlySet<string>): Promise<void> {
  await writeFile(join(folder, FORMER), JSON.stringify([...former]));
}

/** The release before: its folder, what it shows, and what of it may be taken over. */
type Previous = { readonly folder: string; readonly known: Plan | undefined; readonly plan: Plan | undefined };

/** @param read what is public of the motions of the scope */
export async function findFormer(
  previous: Previous | undefined,
  { ids, everyBecause }: Pick<Scope, "ids" | "everyBecause">,
  read: readonly ShownMatter[],
): Promise<ReadonlySet<string>> {
  if (!previous) return new Set();
  const former = await readFormer(previous.folder).catch((error: unknown) => {
    // Where everything is made anew from the rows, no file says an old title, and a damaged list must not end every release.
    if (previous.plan) throw error;
    return new Set<string>();
  });
  const asked = everyBecause === null ? new Set(ids) : undefined;
  const present = new Map(read.map(({ id, line }) => [id, line.title]));
  for (const { id, line } of previous.known?.years.flatMap((year) => year.matters) ?? [])
    if ((!asked || asked.has(id)) && present.get(id) !== line.title) former.add(line.title);
  return former;
}
