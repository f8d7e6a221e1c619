import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { SearchIndex, ShardIndex } from "#domain/search/catalogue.ts";
import { planShards } from "#domain/search/shards.ts";
import type { KnownTerm } from "#domain/search/suggest.ts";
import { sortRecords } from "#domain/search/to-catalogue.ts";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { FileWriter, toBytes } from "../write-files.ts";
import { toSimplifiedForms } from "./han-forms.ts";
import { type PutFile, writeShard } from "./write-shard.ts";

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

/** Writes the index of the records to `outDir/search-index/`, a folder that is empty or not there. The same records give the same bytes. */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  outDir: string,
  { terms = [], withheld = [] }: { terms?: readonly KnownTerm[]; withheld?: SearchIndex["withheld"] } = {},
): Promise<SearchIndex> {
  const folder = join(outDir, "search-index");
  // What is left of another index would be published with this one (reference security F1).
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`The search index is written into empty folders only: ${folder}`);
  const files = new FileWriter(folder);
  const forms = toSimplifiedForms();
  const years = [...Map.groupBy(sortRecords(records), ({ year }) => year)];
  const shards: ShardIndex[] = [];
  for (const plan of planShards(years)) {
    const put: PutFile = async (name, content) => files.write(`${plan.folder}/${name}`, content);
    shards.push(await writeShard(plan, put, forms));
  }
  const index: SearchIndex = { shards, withheld };
  for (const { name, text } of toIndexFiles(index, forms, terms)) files.write(name, toBytes(text));
  return index;
}
