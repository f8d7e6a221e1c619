import { and, eq, inArray, sql } from "drizzle-orm";
import { assignments, motions } from "../schema/motions.ts";

/** Rows of a campaign, or of some of its motions: at most some hundreds. */
export type YearRows = { readonly campaignId: string; readonly motionIds?: readonly string[] };

export function ofMotions({ campaignId, motionIds }: YearRows) {
  return and(eq(motions.campaignId, campaignId), motionIds && inArray(motions.id, [...motionIds]));
}

export function inCampaign({ campaignId, motionIds }: YearRows) {
  if (!motionIds) return eq(assignments.campaignId, campaignId);
  // The plus keeps SQLite from walking the whole campaign (sqlite.org/optoverview §2).
  return and(inArray(assignments.motionId, [...motionIds]), sql`+${assignments.campaignId} = ${campaignId}`);
}
