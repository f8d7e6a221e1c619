import { listCampaigns } from "#db/reads/campaigns.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import type { LedgerFilter } from "#db/reads/ledger-query.ts";
import { readSettings } from "#db/reads/settings.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import { toDetailPlan, toLedgerPlan } from "#exchange/write/tables/ledger-table.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { getUnitScope } from "../scope.ts";
import type { ExportFile, TableFormat } from "./export-file.ts";
import { toTableFile } from "./export-file.ts";
import { listDetailLines, listLedgerLines } from "./ledger-lines.ts";
import { recordExport } from "./record-export.ts";

export type LedgerExport = {
  readonly filter: LedgerFilter;
  readonly format: TableFormat;
  readonly site: string;
};

/**
 * 台账 with the filters of the list: by motion for each kind, in the layout of the allocation table, and line by line.
 * As CSV: line by line. Rows are read while the file is being written.
 */
export async function exportLedger(ctx: Context, { filter, format, site }: LedgerExport): Promise<ExportFile> {
  getUnitScope(ctx.actor);
  await recordExport(ctx, "ledger", filter);
  const campaigns = await listCampaigns(ctx.db);
  const years = new Map(campaigns.map(({ id, year }) => [id, year]));
  const { campaign } = filter;
  const { jointWord } = campaign === undefined ? DEFAULT_RULES : await readRules(ctx.db, campaign);
  const year = years.get(campaign ?? "");
  const head = `${(await readSettings(ctx.db)).city}人民政府${year === undefined ? "" : `${year}年`}`;
  const until = `（截至${shanghaiDate(ctx.now())}）`;
  const details = toDetailPlan(`${head}建议提案承办明细${until}`, listDetailLines(ctx, { filter, years, site }));
  if (format === "csv") return toTableFile([details], format, details.title ?? "台账");
  const kinds = MOTION_KINDS.filter((kind) => (filter.kind ?? kind) === kind);
  const ledgers = kinds.map((kind) =>
    toLedgerPlan(
      { kind, jointWord },
      `${head}${KIND_WORDS[kind].longLabel}办理台账${until}`,
      listLedgerLines(ctx, { filter: { ...filter, kind }, years, site }),
    ),
  );
  return toTableFile([...ledgers, details], format, `${head}办理台账${until}`);
}
