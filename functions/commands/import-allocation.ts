import { basename } from "node:path";
import { parseArgs } from "node:util";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import { ServiceError } from "#services/errors.ts";
import type { AllocationReport } from "#services/imports/import-allocation.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import { openContext } from "./open-context.ts";
import { readBytes } from "./read-input.ts";
import type { Outcome } from "./run-command.ts";
import { Usage } from "./run-command.ts";

const OPTIONS = {
  campaign: { type: "string" },
  kind: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  "accept-count": { type: "boolean", default: false },
} as const;

function summarise(
  { written, added, changed, unchanged, repliesOwed, rejected }: AllocationReport,
  dryRun: boolean,
): string {
  const counts = `新增 ${added} 件，更新 ${changed} 件，未变 ${unchanged} 件，应答复 ${repliesOwed} 件次`;
  if (rejected.length > 0) return `有 ${rejected.length} 处问题，没有写入任何数据。请改正后重新导入。`;
  if (dryRun) return `试运行：${counts}。没有写入数据。`;
  return written ? `导入完成：${counts}。` : `与已有数据一致，没有改动（${unchanged} 件）。`;
}

function describe(report: AllocationReport, dryRun: boolean): string {
  const { notices, rejected } = report;
  const lines = [...rejected.map((item) => item.message), ...notices.map((notice) => `提示：${notice}`)];
  return [summarise(report, dryRun), ...lines].join("\n");
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
      "用法：npm run import -- allocation 分配表.xlsx --campaign 2026 --kind suggestion|proposal [--dry-run]",
    );
  }
  const dryRun = values["dry-run"];
  try {
    const report = await importAllocation(await openContext(), {
      bytes: await readBytes(path),
      fileName: basename(path),
      campaignId: values.campaign,
      kind,
      dryRun,
      acceptCount: values["accept-count"],
    });
    return { ok: report.rejected.length === 0 || dryRun, json: report, text: describe(report, dryRun) };
  } catch (error) {
    if (error instanceof ServiceError || error instanceof UnreadableFile) return refused(error);
    throw error;
  }
}
