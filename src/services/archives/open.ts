import type { ArchiveRow } from "#db/reads/archives.ts";
import { findArchive, listLedgerResults, listMattersToMatch, listOwing } from "#db/reads/archives.ts";
import { findCampaignKind } from "#db/reads/campaigns.ts";
import { listUnitNames } from "#db/reads/units.ts";
import type { LedgerSays } from "#domain/archive/complete-letter.ts";
import type { Matter } from "#domain/archive/match-letter.ts";
import type { LetterContext } from "#domain/gate/check-letter.ts";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import { toUnitMatcher } from "#domain/unit/match-unit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { readLetterContext } from "../replies/scan.ts";

/** What every letter of an archive is held against, read once for all of them. */
export type OpenArchive = {
  readonly archive: ArchiveRow;
  readonly matters: readonly Matter[];
  readonly context: LetterContext;
  readonly findUnit: (name: string) => UnitNames | undefined;
  /** Units that owe an answer to a matter. */
  readonly owingUnits: (motionId: string) => readonly string[];
  readonly ledgerOf: (assignmentId: string) => LedgerSays | undefined;
};

export async function getArchiveRow(ctx: Context, id: string): Promise<ArchiveRow> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office" && ctx.actor.role !== "supervisor")
    throw new Forbidden();
  const archive = await findArchive(ctx.db, id);
  if (!archive) throw new NotFound("这份往年档案");
  return archive;
}

export async function openArchive(ctx: Context, id: string): Promise<OpenArchive> {
  const archive = await getArchiveRow(ctx, id);
  const { campaignId, kind } = archive;
  const found = await findCampaignKind(ctx.db, campaignId, kind);
  if (!found) throw new Error(`Failed to open archive ${id}: its campaign is gone`);
  const owing = Map.groupBy(await listOwing(ctx.db, campaignId, kind), (row) => row.motionId);
  const results = new Map((await listLedgerResults(ctx.db, id)).map((row) => [row.assignmentId, row]));
  return {
    archive,
    matters: await listMattersToMatch(ctx.db, campaignId, kind),
    context: await readLetterContext(ctx.db, campaignId, found.kind.schemeId),
    findUnit: toUnitMatcher(await listUnitNames(ctx.db)),
    owingUnits: (motionId) => (owing.get(motionId) ?? []).map(({ unitCode }) => unitCode),
    ledgerOf: (assignmentId) => results.get(assignmentId),
  };
}
