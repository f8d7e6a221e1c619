import { findCampaignKind, listCampaigns } from "#db/reads/campaigns.ts";
import { listAllocated } from "#db/reads/motions.ts";
import { listUnitNames } from "#db/reads/units.ts";
import { putAllocation } from "#db/writes/motions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import type { RowFinding } from "#exchange/allocation/allocation-row.ts";
import type { AllocationTable } from "#exchange/allocation/read-allocation.ts";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { sha256 } from "../hash.ts";
import { withLease } from "../lease.ts";
import { requestRelease } from "../releases/request.ts";
import type { AllocationPlan } from "./plan-allocation.ts";
import { planAllocation } from "./plan-allocation.ts";

export type AllocationInput = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly campaignId: string;
  readonly kind: MotionKind;
  readonly dryRun: boolean;
  /** Go on although the counts do not agree with what the notice states. */
  readonly acceptCount?: boolean;
};

export type AllocationReport = {
  /** False in a dry run, and where anything was rejected: all or nothing. */
  readonly written: boolean;
  /** Rows that are new or changed and were written; in a dry run, those that would be. */
  readonly accepted: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: readonly RowFinding[];
  /** Things to know that stop nothing: hidden columns, gaps in the numbers. */
  readonly notices: readonly string[];
  /** Replies that these matters owe (件次). */
  readonly repliesOwed: number;
};

async function readFacts(tx: Transaction, input: AllocationInput, table: AllocationTable) {
  const found = await findCampaignKind(tx, input.campaignId, input.kind);
  if (!found) {
    const known = (await listCampaigns(tx)).map((campaign) => campaign.id).join("、") || "无";
    const { label } = KIND_WORDS[input.kind];
    throw new Invalid(
      `没有编号为“${input.campaignId}”、办理${label}的年度工作（已有：${known}）。请先建立年度，再导入分配表。`,
      [],
      "unknown_campaign",
    );
  }
  const facts = {
    campaignId: input.campaignId,
    year: found.campaign.year,
    kind: input.kind,
    sittingId: found.kind.sittingId,
    assignedOn: table.assignedOn ?? found.kind.assignedOn,
    units: await listUnitNames(tx),
    existing: await listAllocated(tx, input.campaignId, input.kind),
  };
  return { facts, expected: found.kind.expectedCount };
}

/** 认真清点、严防漏办: the rows, the number noted on the sheet and the number in the notice must agree. */
function checkCounts(table: AllocationTable, expected: number | null): void {
  const total = new Set([...table.rows, ...table.findings].map((item) => item.row)).size;
  const stated = [
    { who: "表头注明", count: table.notedCount?.total },
    { who: "交办通知载明", count: expected ?? undefined },
  ];
  for (const { who, count } of stated) {
    if (count === undefined || count === total) continue;
    throw new Invalid(
      `${who}共 ${count} 件，表中实有 ${total} 件，相差 ${Math.abs(count - total)} 件。请清点核对后再导入；确认以表为准的，选择“按实有件数导入”（--accept-count）。`,
      [],
      "count_mismatch",
    );
  }
}

function checkKind(table: AllocationTable, kind: MotionKind): void {
  if (table.kindHint === undefined || table.kindHint === kind) return;
  const { label } = KIND_WORDS[table.kindHint];
  throw new Invalid(
    `表中写的是${label}，而要导入的是${KIND_WORDS[kind].label}。请核对文件或类别。`,
    [],
    "kind_mismatch",
  );
}

async function write(ctx: Context, tx: Transaction, input: AllocationInput, plan: AllocationPlan): Promise<boolean> {
  const rows = [...plan.added, ...plan.changed];
  if (input.dryRun || plan.rejected.length > 0 || rows.length === 0) return false;
  for (const item of rows) await putAllocation(tx, item);
  await recordAudit(tx, ctx, {
    action: "allocation.import",
    object: `campaign:${input.campaignId}/${input.kind}`,
    beforeHash: null,
    afterHash: sha256(input.bytes),
  });
  await requestRelease(tx, ctx, "allocation.import");
  return true;
}

function toReport(plan: AllocationPlan, table: AllocationTable, written: boolean, dryRun: boolean): AllocationReport {
  const rejected = [...table.findings, ...plan.rejected].toSorted((a, b) => a.row - b.row);
  const counts = written || dryRun;
  return {
    written,
    accepted: counts ? plan.added.length + plan.changed.length : 0,
    added: counts ? plan.added.length : 0,
    changed: counts ? plan.changed.length : 0,
    unchanged: plan.unchanged,
    rejected,
    notices: table.notices,
    repliesOwed: table.rows.reduce((sum, row) => sum + row.leadUnits.length, 0),
  };
}

/**
 * 导入分配表: all rows or none. The same table twice changes nothing; a changed table changes what was not yet begun.
 * Throws UnreadableFile or Invalid where the file as a whole cannot be taken, Underway while another import runs.
 */
export async function importAllocation(ctx: Context, input: AllocationInput): Promise<AllocationReport> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  const table = await readAllocation(input.bytes, input.fileName);
  checkKind(table, input.kind);
  const sentence = "另一份文件正在导入，请等它完成后再试；本次没有改动任何数据。";
  return await withLease(ctx, "import", sentence, async () =>
    writeTransaction(ctx.db, async (tx) => {
      const { facts, expected } = await readFacts(tx, input, table);
      if (!input.acceptCount) checkCounts(table, expected);
      const plan = planAllocation(table.rows, facts);
      // A row that could not be read is a row rejected: then nothing is written.
      const whole = { ...plan, rejected: [...table.findings, ...plan.rejected] };
      const written = await write(ctx, tx, input, whole);
      return toReport(plan, table, written, input.dryRun);
    }),
  );
}
