import { readSettings } from "#db/reads/settings.ts";
import { toStatisticsPlan } from "#exchange/write/tables/statistics-table.ts";
import type { Context } from "../context.ts";
import { getUnitScope } from "../scope.ts";
import { readIndicators } from "../statistics/read-indicators.ts";
import type { SliceBy } from "../statistics/read-slices.ts";
import type { ExportFile, TableFormat } from "./export-file.ts";
import { toTableFile } from "./export-file.ts";

const SHEETS: readonly { readonly name: string; readonly by: SliceBy | undefined }[] = [
  { name: "总体", by: undefined },
  { name: "建议和提案", by: "kind" },
  { name: "承办单位", by: "unit" },
];

/** Every figure of a year, whole, by kind and by unit; a unit its own. Throws NotFound for a year without work. */
export async function exportStatistics(
  ctx: Context,
  { year, format }: { readonly year: number; readonly format: TableFormat },
): Promise<ExportFile> {
  getUnitScope(ctx.actor);
  const title = `${(await readSettings(ctx.db)).city}人民政府${year}年建议提案办理统计表`;
  const plans = [];
  for (const { name, by } of SHEETS) {
    const { asOf, indicators, slices } = await readIndicators(ctx, { year, by });
    plans.push(toStatisticsPlan({ name, title: `${title}（${name}）`, asOf }, indicators, slices));
  }
  return toTableFile(plans, format, title);
}
