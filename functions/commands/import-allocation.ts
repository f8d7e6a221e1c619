import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { COLUMN_WORDS, TABLE_FIELDS } from "#exchange/allocation/columns.ts";
import { TableChoice } from "#exchange/allocation/mapping.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import type { Context } from "#services/context.ts";
import { ServiceError } from "#services/errors.ts";
import type { AllocationReport } from "#services/imports/allocation-report.ts";
import type { AllocationInput } from "#services/imports/import-allocation.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import { writeFindings } from "#services/imports/write-findings.ts";
import { openContext } from "./open-context.ts";
import { readBytes } from "./read-input.ts";
import type { Outcome } from "./run-command.ts";
import { Usage } from "./run-command.ts";

const OPTIONS = {
  campaign: { type: "string" },
  kind: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  "pre-assign": { type: "boolean", default: false },
  "accept-count": { type: "boolean", default: false },
  sheet: { type: "string" },
  "header-row": { type: "string" },
  columns: { type: "string" },
  plan: { type: "string" },
  findings: { type: "string" },
} as const;

const MOST_NAMED = 30;

function summarise(
  { written, added, changed, unchanged, repliesOwed, rejected }: AllocationReport,
  dryRun: boolean,
): string {
  const counts = `新增 ${added} 件，更新 ${changed} 件，未变 ${unchanged} 件，应答复 ${repliesOwed} 件次`;
  if (rejected.length > 0) return `有 ${rejected.length} 处问题，没有写入任何数据。请改正后重新导入。`;
  if (dryRun) return `试运行：${counts}。没有写入数据。`;
  return written ? `导入完成：${counts}。` : `与已有数据一致，没有改动（${unchanged} 件）。`;
}

function describeChanges({ difference: { changed, missing } }: AllocationReport): string[] {
  const changes = changed.flatMap(({ label, title, fields }) => [
    `${label}《${title}》：`,
    ...fields.map(({ label: name, before, after }) => `  ${name}：${before || "空"} → ${after || "空"}`),
  ]);
  const names = missing.slice(0, MOST_NAMED).map(({ label }) => label);
  const more = missing.length > MOST_NAMED ? "等" : "";
  const gone =
    missing.length > 0 ? [`已登记、表中没有的 ${missing.length} 件（不改动）：${names.join("、")}${more}`] : [];
  return [...changes, ...gone];
}

function describe(report: AllocationReport, dryRun: boolean): string {
  const { notices, rejected, refused, table } = report;
  const columns = table.headings
    .filter(({ field }) => field !== null)
    .map(({ letters, text, field }) => `${letters} 列“${text}”读作“${field ? COLUMN_WORDS[field].aliases[0] : ""}”`);
  const lines = [
    ...(refused ? [refused.message] : []),
    ...rejected.map((item) => item.message),
    ...describeChanges(report),
    ...notices.map((notice) => `提示：${notice}`),
    ...(dryRun
      ? [`表头在“${table.sheet}”第 ${table.headerRow} 行：${columns.join("；")}`, `核对标识：${report.plan}`]
      : []),
  ];
  return [summarise(report, dryRun), ...lines].join("\n");
}

/** number=1,title=2: the columns by their numbers. */
function toColumns(text: string): Record<string, number> {
  return Object.fromEntries(
    text.split(",").map((pair) => {
      const [field = "", column = ""] = pair.split("=");
      return [field.trim(), Number(column)];
    }),
  );
}

function toChoice(values: { sheet?: string; "header-row"?: string; columns?: string }): TableChoice {
  const { sheet, "header-row": row, columns } = values;
  const choice = TableChoice.safeParse({
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined ? {} : { headerRow: Number(row) }),
    ...(columns === undefined ? {} : { columns: toColumns(columns) }),
  });
  if (choice.success) return choice.data;
  throw new Usage(`--header-row 是行号；--columns 写作 number=1,title=2，可用的名称：${TABLE_FIELDS.join("、")}`);
}

/** Writes the list of findings beside the answer, as CSV or workbook by the name of the file. */
async function saveFindings(path: string, ctx: Context, input: AllocationInput): Promise<void> {
  await writeFile(path, await writeFindings(ctx, input, path.toLowerCase().endsWith(".csv") ? "csv" : "xlsx"));
}

/** The file as a whole cannot be taken: the same report, with the reason. */
function refused(error: ServiceError | UnreadableFile): Outcome {
  const { code, message } = error;
  const json = { written: false, accepted: 0, unchanged: 0, rejected: [], refused: { code, message } };
  return { ok: false, json, text: message };
}

export async function importAllocationCommand(argv: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: OPTIONS });
  const [path] = positionals;
  const kind = MOTION_KINDS.find((name) => name === values.kind);
  if (!path || !values.campaign || !kind) {
    throw new Usage(
      "用法：npm run import -- allocation 分配表.xlsx --campaign 2026 --kind suggestion|proposal [--dry-run] [--pre-assign] [--sheet 名称] [--header-row 3] [--columns number=1,title=2,…] [--plan 核对标识] [--findings 问题清单.xlsx]",
    );
  }
  const dryRun = values["dry-run"];
  const choice = toChoice(values);
  try {
    const ctx = await openContext();
    const input = {
      bytes: await readBytes(path),
      fileName: basename(path),
      campaignId: values.campaign,
      kind,
      dryRun,
      preAssign: values["pre-assign"],
      acceptCount: values["accept-count"],
      choice,
      plan: values.plan,
    };
    if (values.findings) await saveFindings(values.findings, ctx, input);
    const report = await importAllocation(ctx, input);
    const ok = report.refused === undefined && (report.rejected.length === 0 || dryRun);
    return { ok, json: report, text: describe(report, dryRun) };
  } catch (error) {
    if (error instanceof ServiceError || error instanceof UnreadableFile) return refused(error);
    throw error;
  }
}
