import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SearchIndex, ShardIndex } from "#domain/search/catalogue.ts";
import { planShards } from "#domain/search/shards.ts";
import type { KnownTerm } from "#domain/search/suggest.ts";
import { sortRecords } from "#domain/search/to-catalogue.ts";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { toSimplifiedForms } from "./han-forms.ts";
import { writeShard } from "./write-shard.ts";

export async function prepareEmptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    // What is left of another index would be published with this one (reference security F1).
    throw new Error(`The search index is written into empty folders only: ${folder}`);
  }
}

/** `index.json` and the two lists that the page asks for when it needs them, by their names below the index. */
export function toIndexFiles(
  index: SearchIndex,
  forms: ReadonlyMap<string, string>,
  terms: readonly KnownTerm[],
): readonly { readonly name: string; readonly text: string }[] {
  return [
    { name: "index.json", text: JSON.stringify(index) },
    { name: "terms.json", text: JSON.stringify(terms) },
    { name: "forms.txt", text: [...forms].flat().join("") },
  ];
}

/**
 * Writes the index of the records to `outDir/search-index/`. The same records give the same bytes.
 * @throws when a folder of a shard is not empty
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  outDir: string,
  { terms = [], withheld = [] }: { terms?: readonly KnownTerm[]; withheld?: SearchIndex["withheld"] } = {},
): Promise<SearchIndex> {
  const forms = toSimplifiedForms();
  const years = [...Map.groupBy(sortRecords(records), ({ year }) => year)];
  const shards: ShardIndex[] = [];
  for (const plan of planShards(years)) {
    const path = join(outDir, "search-index", plan.folder);
    await prepareEmptyFolder(path);
    shards.push(await writeShard(plan, path, forms));
  }
  const index: SearchIndex = { shards, withheld };
  await mkdir(join(outDir, "search-index"), { recursive: true });
  for (const { name, text } of toIndexFiles(index, forms, terms))
    await writeFile(join(outDir, "search-index", name), text);
  return index;
}
