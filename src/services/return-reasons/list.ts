import type { ReturnReasonRow } from "#db/reads/return-reasons.ts";
import { countReturnReasons, countReturns, findReturnReason, listReturnReasons } from "#db/reads/return-reasons.ts";
import { listCampaigns } from "#db/reads/campaigns.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

/** The managed list of 退回理由, retired ones only where asked for. */
export async function listReasons(
  ctx: Context,
  { retired }: { readonly retired: boolean },
): Promise<Page<ReturnReasonRow>> {
  getUnitScope(ctx.actor);
  return toWholePage((await listReturnReasons(ctx.db)).filter((item) => retired || !item.retired));
}

/** Throws NotFound. */
export async function getReason(ctx: Context, code: string): Promise<ReturnReasonRow> {
  getUnitScope(ctx.actor);
  const found = await findReturnReason(ctx.db, code);
  if (!found) throw new NotFound("这项退回理由");
  return found;
}

export type ReasonUse = {
  readonly unit: { readonly code: string; readonly name: string };
  /** Returns by the office; one may name several reasons. */
  readonly returns: number;
  readonly reasons: readonly { readonly code: string; readonly text: string; readonly count: number }[];
};

/** What the office returned letters for, unit by unit; a unit reads its own. Throws NotFound for no such year. */
export async function listReasonUse(ctx: Context, campaignId: string): Promise<Page<ReasonUse>> {
  const own = getUnitScope(ctx.actor);
  if (!(await listCampaigns(ctx.db)).some(({ id }) => id === campaignId)) throw new NotFound("这个年度");
  const totals = new Map((await countReturns(ctx.db, campaignId, own)).map((row) => [row.unitCode, row.count]));
  const groups = Map.groupBy(await countReturnReasons(ctx.db, campaignId, own), (row) => row.unitCode);
  return toWholePage(
    [...groups].map(([code, rows]) => ({
      unit: { code, name: rows[0]?.unitName ?? code },
      returns: totals.get(code) ?? 0,
      reasons: rows.map(({ code: reason, text, count }) => ({ code: reason, text, count })),
    })),
  );
}
