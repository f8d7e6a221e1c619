import { readRules } from "#db/reads/campaign-rules.ts";
import { findCampaignKind } from "#db/reads/campaigns.ts";
import type { MotionLine } from "#db/reads/motion-lines.ts";
import { readMotionLines } from "#db/reads/motion-lines.ts";
import { readSettings } from "#db/reads/settings.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import { toAllocationPlan } from "#exchange/write/tables/allocation-table.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { listMotions } from "../motions/list-motions.ts";
import { toAllocationLine } from "./allocation-lines.ts";
import type { ExportFile, TableFormat } from "./export-file.ts";
import { toTableFile } from "./export-file.ts";
import { recordExport } from "./record-export.ts";

const AT_ONCE = 200;

export type AllocationExport = {
  readonly campaign: string;
  readonly kind: MotionKind;
  /** Where this unit has a part; a unit sees its own, whatever it asks for. */
  readonly unit?: string | undefined;
  readonly format: TableFormat;
};

/** Motions that somebody has in hand, in the order of the table: a table without a lead unit is none. */
export async function listHandedOut(
  ctx: Context,
  filter: Pick<AllocationExport, "campaign" | "unit"> & { readonly kind?: MotionKind | undefined },
): Promise<MotionLine[]> {
  const found: MotionLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMotions(ctx, { ...filter, descending: false, limit: AT_ONCE, cursor });
    const lines = await readMotionLines(
      ctx.db,
      page.items.map(({ id }) => id),
    );
    found.push(...page.items.flatMap(({ id }) => lines.get(id) ?? []));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const inHand = new Set(["assigned", "pre_assigned"]);
  return found.filter(({ motion, units }) => inHand.has(motion.state) && units.some(({ isJoint }) => !isJoint));
}

/** 办理分配表 of one year and kind, in the layout that an import reads. Throws NotFound for a year without this kind. */
export async function exportAllocation(
  ctx: Context,
  { campaign, kind, unit, format }: AllocationExport,
): Promise<ExportFile> {
  const handedOut = await listHandedOut(ctx, { campaign, kind, unit });
  const found = await findCampaignKind(ctx.db, campaign, kind);
  if (!found) throw new NotFound("这个年度的分配表");
  const { year } = found.campaign;
  const { jointWord } = await readRules(ctx.db, campaign);
  const days = new Set(handedOut.map(({ motion }) => motion.assignedOn));
  const [day] = days;
  const plan = toAllocationPlan({
    government: `${(await readSettings(ctx.db)).city}人民政府`,
    year,
    kind,
    jointWord,
    assignedOn: days.size === 1 ? (day ?? null) : null,
    lines: handedOut.map(toAllocationLine),
  });
  await recordExport(ctx, "allocation", { campaign, kind, unit });
  return toTableFile([plan], format, `${year}年${KIND_WORDS[kind].longLabel}办理分配表`);
}
