import type { DisclosureReviewRow, EmergencyRow } from "#db/reads/aftercare-lists.ts";
import {
  countDisclosureReviewRows,
  countEmergencyRows,
  listDisclosureReviewRows,
  listEmergencyRows,
} from "#db/reads/aftercare-lists.ts";
import type { LightReading } from "#domain/deadline/light.ts";
import { toLight } from "#domain/deadline/light.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { getUnitScope, requireOverseer } from "../scope.ts";

export type DisclosureReview = DisclosureReviewRow & { readonly reading: LightReading };

/** Withheld replies that are to be looked at again, those due first; a unit sees its own. */
export async function listDisclosureReviews(ctx: Context, query: PageRequest): Promise<Page<DisclosureReview>> {
  const own = getUnitScope(ctx.actor);
  const sort = "disclosure-reviews";
  const walk = { start: parseCursor(sort, query.cursor), limit: query.limit + 1 };
  const rows = await listDisclosureReviewRows(ctx.db, own, walk);
  const today = shanghaiDate(ctx.now());
  const page = { sort, limit: query.limit };
  return toPage(rows, await countDisclosureReviewRows(ctx.db, own), page, (row) => ({
    ...row,
    reading: toLight(row.reviewAgainOn, today),
  }));
}

/** Emergency publications, open debts first: for those who see the whole city. */
export async function listEmergencies(ctx: Context, query: PageRequest): Promise<Page<EmergencyRow>> {
  requireOverseer(ctx.actor);
  const sort = "emergencies";
  const walk = { start: parseCursor(sort, query.cursor), limit: query.limit + 1 };
  const rows = await listEmergencyRows(ctx.db, walk);
  return toPage(rows, await countEmergencyRows(ctx.db), { sort, limit: query.limit }, (row) => row);
}
