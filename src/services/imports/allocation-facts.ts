import { readRules } from "#db/reads/campaign-rules.ts";
import { findCampaignKind, listCampaigns } from "#db/reads/campaigns.ts";
import { listAllocated } from "#db/reads/motions.ts";
import { listUnitNames, listUnits } from "#db/reads/units.ts";
import type { Transaction } from "#db/open.ts";
import type { AllocationTable } from "#exchange/allocation/read-allocation.ts";
import { replyDue } from "#domain/campaign/clocks.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { Invalid } from "../errors.ts";
import type { AllocationFacts } from "./plan-allocation.ts";

/** `preAssignOn` (YYYY-MM-DD): the table proposes units on this day (预交办). The campaign, the register and what was allocated before. Throws Invalid unknown_campaign. */
export async function readAllocationFacts(
  tx: Transaction,
  input: { readonly campaignId: string; readonly kind: MotionKind; readonly preAssignOn?: string | undefined },
  table: AllocationTable,
): Promise<{ facts: AllocationFacts; expected: number | null }> {
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
  // 预交办: the units' time to comment runs from the day on which they are asked.
  const assignedOn = input.preAssignOn ?? table.assignedOn ?? found.kind.assignedOn;
  const due = replyDue(assignedOn, await readRules(tx, input.campaignId));
  const facts = {
    campaignId: input.campaignId,
    year: found.campaign.year,
    kind: input.kind,
    sittingId: found.kind.sittingId,
    assignedOn,
    preAssign: input.preAssignOn !== undefined,
    dayStated: input.preAssignOn === undefined && table.assignedOn !== undefined,
    replyDueOn: due.covered ? due.value : null,
    units: await listUnitNames(tx),
    ended: new Map(
      (await listUnits(tx)).flatMap((unit) => (unit.endedOn === null ? [] : [[unit.code, unit] as const])),
    ),
    existing: await listAllocated(tx, input.campaignId, input.kind),
  };
  return { facts, expected: found.kind.expectedCount };
}

/** Throws Invalid kind_mismatch where the table says that it holds the other kind. */
export function checkKind(table: AllocationTable, kind: MotionKind): void {
  if (table.kindHint === undefined || table.kindHint === kind) return;
  const { label } = KIND_WORDS[table.kindHint];
  throw new Invalid(
    `表中写的是${label}，而要导入的是${KIND_WORDS[kind].label}。请核对文件或类别。`,
    [],
    "kind_mismatch",
  );
}
