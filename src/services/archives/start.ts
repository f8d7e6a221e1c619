import { hasLiveHandling } from "#db/reads/archives.ts";
import { findScheme } from "#db/reads/schemes.ts";
import { findCampaignKind } from "#db/reads/campaigns.ts";
import { dropLedgerResults, putArchive, putLedgerResults } from "#db/writes/archives.ts";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { findArchiveObstacle } from "#domain/archive/archive-year.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { TableChoice } from "#exchange/allocation/mapping.ts";
import type { AllocationTable } from "#exchange/allocation/read-allocation.ts";
import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { recordAudit } from "../audit.ts";
import { requireStage } from "../campaigns/require-stage.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, Refused } from "../errors.ts";
import { sha256 } from "../hash.ts";
import type { AllocationDifference } from "../imports/allocation-difference.ts";
import { describeDifference } from "../imports/allocation-difference.ts";
import { loadRecall, rememberColumns } from "../imports/column-memory.ts";
import type { CountCheck } from "../imports/count-check.ts";
import { checkCounts } from "../imports/count-check.ts";
import { checkKind, readAllocationFacts } from "../imports/allocation-facts.ts";
import type { AllocationFacts, AllocationPlan } from "../imports/plan-allocation.ts";
import { planAllocation } from "../imports/plan-allocation.ts";
import { keepPrivateContacts } from "../imports/private-contacts.ts";
import { writePlan } from "../imports/write-plan.ts";
import { withLease } from "../lease.ts";
import { requestRelease } from "../releases/request.ts";
import type { LedgerRows } from "./ledger-rows.ts";
import { toLedgerRows } from "./ledger-rows.ts";

export type ArchiveInput = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly campaignId: string;
  readonly kind: MotionKind;
  readonly dryRun: boolean;
  readonly choice?: TableChoice | undefined;
};

/** What an old ledger brings. `id` names the archive that its letters go to; null where nothing was written. */
export type ArchiveStart = {
  readonly id: string | null;
  readonly rejected: AllocationPlan["rejected"];
  readonly notices: readonly string[];
  readonly table: Pick<AllocationTable, "sheet" | "headerRow" | "headings" | "sheets">;
  readonly counts: CountCheck;
  readonly difference: AllocationDifference;
  /** Replies of which the ledger says what became of them. */
  readonly results: number;
};

/** The same ledger for the same year and kind is the same archive: started again, it goes on. */
export function archiveId(input: Pick<ArchiveInput, "campaignId" | "kind" | "bytes">): string {
  return `${input.campaignId}-${input.kind}-${sha256(input.bytes).slice(0, 12)}`;
}

async function write(
  ctx: Context,
  tx: Transaction,
  input: ArchiveInput,
  { table, plan, ledger }: { table: AllocationTable; plan: AllocationPlan; ledger: LedgerRows },
): Promise<string> {
  const id = archiveId(input);
  const ledgerHash = sha256(input.bytes);
  await dropLedgerResults(
    tx,
    plan.changed.map(({ next }) => next.motion.id),
  );
  await writePlan(tx, plan);
  await putArchive(tx, {
    id,
    campaignId: input.campaignId,
    kind: input.kind,
    ledgerName: input.fileName,
    ledgerHash,
    state: "open",
    startedBy: ctx.actor.id,
    startedAt: ctx.now().toISOString(),
  });
  await putLedgerResults(
    tx,
    ledger.results.map((result) => ({ ...result, archiveId: id })),
  );
  if (input.choice?.columns) await rememberColumns(tx, ctx, table.signature, table.columns);
  await keepPrivateContacts(tx, table);
  await recordAudit(tx, ctx, {
    action: "archive.start",
    object: `archive:${id}`,
    beforeHash: null,
    afterHash: ledgerHash,
  });
  if (plan.added.length + plan.changed.length > 0) await requestRelease(tx, ctx, "archive.start");
  return id;
}

async function readLedger(tx: Transaction, table: AllocationTable, facts: AllocationFacts): Promise<LedgerRows> {
  const found = await findCampaignKind(tx, facts.campaignId, facts.kind);
  const scheme = found && (await findScheme(tx, found.kind.schemeId));
  if (!scheme) throw new Error(`Failed to read a ledger: ${facts.campaignId} has no scheme`);
  return toLedgerRows(table, { year: facts.year, kind: facts.kind, scheme, units: facts.units });
}

/** Throws Refused for a year that is running, closed, archived, or handled in this system. */
async function checkYear(ctx: Context, tx: Transaction, { year, campaignId, kind }: AllocationFacts): Promise<void> {
  await requireStage(tx, campaignId, "plan");
  const obstacle = findArchiveObstacle(year, {
    today: shanghaiDate(ctx.now()),
    handledHere: await hasLiveHandling(tx, campaignId, kind),
  });
  if (obstacle) throw Refused.of(obstacle);
}

/**
 * Takes the ledger of a past year: its matters, and what it says became of them; all rows or none. The letters follow one
 * by one (`takeLetters`). Throws as importAllocation does, and Refused for a year that is not past and over; counts that do not agree are reported, not refused: old ledgers
 * hold what they hold.
 */
export async function startArchive(ctx: Context, input: ArchiveInput): Promise<ArchiveStart> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  const recall = await loadRecall(ctx.db);
  const table = await readAllocation(input.bytes, input.fileName, { choice: input.choice, recall });
  checkKind(table, input.kind);
  const sentence = "另一份文件正在导入，请等它完成后再试；本次没有改动任何数据。";
  return await withLease(ctx, "import", sentence, async () =>
    writeTransaction(ctx.db, async (tx) => {
      const { facts, expected } = await readAllocationFacts(tx, input, table);
      await checkYear(ctx, tx, facts);
      const plan = planAllocation(table.rows, facts);
      const ledger = await readLedger(tx, table, facts);
      const rejected = [...table.findings, ...ledger.findings, ...plan.rejected].toSorted((a, b) => a.row - b.row);
      const { sheet, headerRow, headings, sheets } = table;
      const id = input.dryRun || rejected.length > 0 ? null : await write(ctx, tx, input, { table, plan, ledger });
      return {
        id,
        rejected,
        notices: [...table.notices, ...ledger.notices],
        table: { sheet, headerRow, headings, sheets },
        counts: checkCounts(table, expected),
        difference: describeDifference(plan, facts.units),
        results: ledger.results.length,
      };
    }),
  );
}
