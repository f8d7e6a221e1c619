import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { OUTLINES } from "#domain/summary/outline.ts";
import { exportAllocation } from "#services/exports/allocation.ts";
import { exportDocument } from "#services/exports/document.ts";
import type { ExportFile, PaperFormat, TableFormat } from "#services/exports/export-file.ts";
import { exportFeedbackForm } from "#services/exports/feedback-form.ts";
import { exportLedger } from "#services/exports/ledger.ts";
import { exportLetter } from "#services/exports/letter.ts";
import { exportNotice } from "#services/exports/notice.ts";
import { exportReminderLetter } from "#services/exports/reminder-letter.ts";
import { exportStatistics } from "#services/exports/statistics.ts";
import { draftSummary } from "#services/summaries/draft.ts";
import { listSummaries } from "#services/summaries/read-summary.ts";
import type { Context } from "#services/context.ts";
import { Usage } from "./run-command.ts";

/** What was typed: the id behind the name of the export, and options. */
export type ExportArguments = {
  readonly id: string | undefined;
  readonly options: Readonly<Record<string, string | undefined>>;
  /** Origin and base path of the site, for links. */
  readonly site: string;
};

type PaperExport = (ctx: Context, args: ExportArguments, format: PaperFormat) => Promise<ExportFile>;
type TableExport = (ctx: Context, args: ExportArguments, format: TableFormat) => Promise<ExportFile>;

function need(value: string | undefined, what: string): string {
  if (value === undefined || value === "") throw new Usage(`请写明${what}。`);
  return value;
}

function findKind(value: string | undefined): MotionKind | undefined {
  const kind = MOTION_KINDS.find((name) => name === value);
  if (value !== undefined && !kind) throw new Usage(`--kind 应为 ${MOTION_KINDS.join(" 或 ")}。`);
  return kind;
}

async function exportSummary(ctx: Context, { options, site }: ExportArguments, format: PaperFormat) {
  const campaign = need(options["campaign"], "年度编号（--campaign）");
  const outline = OUTLINES.find((code) => code === options["outline"]);
  if (!outline) throw new Usage(`--outline 应为 ${OUTLINES.join("、")} 之一。`);
  const input = { campaign, outline, unit: options["unit"] ?? null, kind: findKind(options["kind"]) ?? null };
  const found = (await listSummaries(ctx, campaign)).find(
    ({ summary }) => summary.outline === outline && summary.unitCode === input.unit && summary.kind === input.kind,
  );
  const slug = found?.summary.slug ?? (await draftSummary(ctx, input, site));
  return await exportDocument(ctx, { slug, format });
}

export const PAPER_EXPORTS: Readonly<Record<string, PaperExport>> = {
  letter: async (ctx, { id, options }, format) =>
    await exportLetter(ctx, {
      id: need(id, "交办编号，如 2026-jianyi-39.zhujian"),
      ...(options["edition"] === undefined ? {} : { edition: Number(options["edition"]) }),
      format,
    }),
  "feedback-form": async (ctx, { id }, format) =>
    await exportFeedbackForm(ctx, { id: need(id, "交办编号，如 2026-jianyi-39.zhujian"), format }),
  notice: async (ctx, { options }, format) =>
    await exportNotice(ctx, {
      campaign: need(options["campaign"], "年度编号（--campaign）"),
      kind: findKind(options["kind"]),
      unit: options["unit"],
      format,
    }),
  reminder: async (ctx, { options }, format) =>
    await exportReminderLetter(ctx, {
      unit: need(options["unit"], "单位代码（--unit）"),
      campaign: options["campaign"],
      format,
    }),
  document: async (ctx, { id }, format) => await exportDocument(ctx, { slug: need(id, "文件编号"), format }),
  summary: exportSummary,
};

export const TABLE_EXPORTS: Readonly<Record<string, TableExport>> = {
  allocation: async (ctx, { options }, format) => {
    const kind = findKind(options["kind"]);
    if (!kind) throw new Usage("请写明类别（--kind suggestion 或 proposal）。");
    const campaign = need(options["campaign"], "年度编号（--campaign）");
    return await exportAllocation(ctx, { campaign, kind, unit: options["unit"], format });
  },
  ledger: async (ctx, { options, site }, format) => {
    const { campaign, unit, q } = options;
    return await exportLedger(ctx, { filter: { campaign, kind: findKind(options["kind"]), unit, q }, format, site });
  },
  statistics: async (ctx, { options }, format) => {
    const year = Number(need(options["year"], "年份（--year）"));
    if (!Number.isInteger(year)) throw new Usage("年份应为四位数字。");
    return await exportStatistics(ctx, { year, format });
  },
};
