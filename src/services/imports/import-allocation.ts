import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import type { TableChoice } from "#exchange/allocation/mapping.ts";
import type { AllocationTable } from "#exchange/allocation/read-allocation.ts";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { recordAudit } from "../audit.ts";
import { requireStage } from "../campaigns/require-stage.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, Refused } from "../errors.ts";
import { sha256 } from "../hash.ts";
import { withLease } from "../lease.ts";
import { requestRelease } from "../releases/request.ts";
import { checkKind, readAllocationFacts } from "./allocation-facts.ts";
import type { AllocationReport, JudgedTable } from "./allocation-report.ts";
import { toReport } from "./allocation-report.ts";
import { loadRecall, rememberColumns } from "./column-memory.ts";
import { checkCounts, countProblem } from "./count-check.ts";
import type { AllocationPlan } from "./plan-allocation.ts";
import { planAllocation, planHash } from "./plan-allocation.ts";
import { keepPrivateContacts } from "./private-contacts.ts";
import { startOpinions } from "./start-opinions.ts";
import { writePlan } from "./write-plan.ts";

export type AllocationInput = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly campaignId: string;
  readonly kind: MotionKind;
  readonly dryRun: boolean;
  /** 预交办: the table proposes its units, who may then comment; 正式交办 follows by another table or one by one. */
  readonly preAssign?: boolean | undefined;
  /** Go on although the counts do not agree with what the notice states. */
  readonly acceptCount?: boolean;
  /** Another sheet, header row or mapping than the one found; columns that were chosen are remembered. */
  readonly choice?: TableChoice | undefined;
  /** `plan` of the dry run: nothing is written unless the difference is still that one. */
  readonly plan?: string | undefined;
};

async function write(
  ctx: Context,
  tx: Transaction,
  input: AllocationInput,
  table: AllocationTable,
  plan: AllocationPlan,
): Promise<boolean> {
  if (input.dryRun || plan.rejected.length > 0) return false;
  if (plan.added.length + plan.changed.length === 0) return false;
  if (input.choice?.columns) await rememberColumns(tx, ctx, table.signature, table.columns);
  await keepPrivateContacts(tx, table);
  await writePlan(tx, plan);
  const written = [...plan.added, ...plan.changed].map(({ next }) => next);
  if (!input.preAssign) await startOpinions(ctx, tx, written);
  await recordAudit(tx, ctx, {
    action: input.preAssign ? "allocation.pre_assign" : "allocation.import",
    object: `campaign:${input.campaignId}/${input.kind}`,
    beforeHash: null,
    afterHash: sha256(input.bytes),
  });
  await requestRelease(tx, ctx, "allocation.import");
  return true;
}

/** Throws where the whole may not be written: counts that do not agree, or a difference that is no longer the one shown. */
function checkCommit({ token, counts }: JudgedTable, input: AllocationInput): void {
  if (input.dryRun) return;
  const problem = input.acceptCount ? undefined : countProblem(counts);
  if (problem) throw new Invalid(problem.message, [], problem.code);
  if (input.plan === undefined || input.plan === token) return;
  throw new Refused(
    "plan_outdated",
    "核对以后，文件、对应关系或已登记的数据有了变化，这次没有写入任何数据。请重新核对差异后再导入。",
  );
}

/**
 * 导入分配表: all rows or none. The same table twice changes nothing; a changed table changes what was not yet begun.
 * Throws UnreadableFile or Invalid where the file as a whole cannot be taken, Refused plan_outdated where the difference
 * is not that of the dry run, Underway while another import runs.
 */
export async function importAllocation(ctx: Context, input: AllocationInput): Promise<AllocationReport> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  const recall = await loadRecall(ctx.db);
  const table = await readAllocation(input.bytes, input.fileName, { choice: input.choice, recall });
  checkKind(table, input.kind);
  const sentence = "另一份文件正在导入，请等它完成后再试；本次没有改动任何数据。";
  return await withLease(ctx, "import", sentence, async () =>
    writeTransaction(ctx.db, async (tx) => {
      const preAssignOn = input.preAssign ? shanghaiDate(ctx.now()) : undefined;
      const { facts, expected } = await readAllocationFacts(tx, { ...input, preAssignOn }, table);
      if (!input.dryRun) await requireStage(tx, input.campaignId, "plan");
      const planned = planAllocation(table.rows, facts);
      // A row that could not be read is a row rejected: then nothing is written.
      const plan = { ...planned, rejected: [...table.findings, ...planned.rejected] };
      const { campaignId, kind, preAssign = false } = input;
      const reading = [sha256(input.bytes), campaignId, kind, table.sheet, table.headerRow, table.columns, preAssign];
      const judged = {
        plan,
        token: planHash(reading, plan),
        units: facts.units,
        counts: checkCounts(table, expected),
      };
      checkCommit(judged, input);
      const written = await write(ctx, tx, input, table, plan);
      return toReport(judged, table, { ...input, written });
    }),
  );
}
