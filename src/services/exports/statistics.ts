import { readSettings } from "#db/reads/settings.ts";
import { toUnitPlan } from "#exchange/write/tables/unit-table.ts";
import { toStatisticsPlan } from "#exchange/write/tables/statistics-table.ts";
import type { Context } from "../context.ts";
import { getUnitScope } from "../scope.ts";
import { readIndicators } from "../statistics/read-indicators.ts";
import type { SliceBy } from "../statistics/read-slices.ts";
import type { ExportFile, TableFormat } from "./export-file.ts";
import { toTableFile } from "./export-file.ts";
import { recordExport } from "./record-export.ts";

const SHEETS: readonly { readonly name: string; readonly by: SliceBy | undefined }[] = [
  { name: "总体", by: undefined },
  { name: "建议和提案", by: "kind" },
  { name: "承办单位", by: "unit" },
];
const OVERVIEW = "一览";

/** Every figure of a year: the units side by side, then all of it whole, by kind and by unit; a unit its own. Throws NotFound for a year without work. */
export async function exportStatistics(
  ctx: Context,
  { year, format }: { readonly year: number; readonly format: TableFormat },
): Promise<ExportFile> {
  getUnitScope(ctx.actor);
  const title = `${(await readSettings(ctx.db)).city}人民政府${year}年建议提案办理统计表`;
  const read = [];
  for (const { name, by } of SHEETS) read.push({ name, ...(await readIndicators(ctx, { year, by })) });
  const plans = read.map(({ name, asOf, indicators, slices }) =>
    toStatisticsPlan({ name, title: `${title}（${name}）`, asOf }, indicators, slices),
  );
  await recordExport(ctx, "statistics", { year });
  // A CSV holds one table: there the figures of the whole come with their definitions.
  if (format === "csv") return toTableFile(plans, format, title);
  const [whole, , units] = read;
  const head = { name: OVERVIEW, title: `${title}（${OVERVIEW}）`, asOf: whole?.asOf ?? "" };
  const slices = [...(units?.slices ?? []), ...(whole?.slices ?? []).map((slice) => ({ ...slice, label: "合计" }))];
  return toTableFile([toUnitPlan(head, whole?.indicators ?? [], slices), ...plans], format, title);
}
