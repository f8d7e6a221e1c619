import type { CatalogueRow } from "#domain/search/catalogue.ts";
import { foldText } from "#domain/search/fold.ts";
import { isTarget } from "#domain/search/hit.ts";
import { documentKey, type NumberForm } from "#domain/search/number-form.ts";
import { planTerm } from "#domain/search/plan.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import type { Engine } from "./engine.ts";
import { findCandidates } from "./find-candidates.ts";
import type { ShardFiles } from "./shard-files.ts";

export type Target =
  | { readonly type: "motion"; readonly row: CatalogueRow }
  | { readonly type: "document"; readonly entry: SearchEntry };

function hasNumber(entry: SearchEntry, key: string): boolean {
  return [...entry.docNumbers, ...entry.indexNumbers].some((number) => documentKey(foldText(number)) === key);
}

async function findByKey(
  key: string,
  years: readonly number[],
  engine: Engine,
  files: ShardFiles,
): Promise<SearchEntry[]> {
  const candidates = await findCandidates(planTerm(key), years, engine, files);
  const entries = [...candidates.values()].map(async ({ hit }) => await files.loadEntry(hit.year, hit.id));
  return (await Promise.all(entries)).filter((entry) => hasNumber(entry, key));
}

/** The one record that a number names; undefined when none or several do. The years must be open in the engine. */
export async function findTarget(
  form: NumberForm,
  years: readonly number[],
  engine: Engine,
  files: ShardFiles,
): Promise<Target | undefined> {
  if (form.type === "document") {
    const [entry, ...others] = await findByKey(form.key, years, engine, files);
    return entry && others.length === 0 ? { type: "document", entry } : undefined;
  }
  const rows = (await Promise.all(years.map(files.loadYear))).flat().flatMap((shard) => shard.rows);
  const [row, ...others] = rows.filter((candidate) => isTarget(candidate, form));
  return row && others.length === 0 ? { type: "motion", row } : undefined;
}
