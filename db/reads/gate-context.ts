import { eq, isNotNull } from "drizzle-orm";
import type { MotionToMatch } from "#domain/gate/letter-to-check.ts";
import type { Reader } from "../open.ts";
import { motions } from "../schema/motions.ts";
import { units } from "../schema/units.ts";

const columns = {
  kind: motions.kind,
  number: motions.number,
  betweenSessions: motions.betweenSessions,
  title: motions.title,
};

/** Motions of one campaign, to tell whether a letter answers the right one. */
export async function listMotionsToMatch(reader: Reader, campaignId: string): Promise<MotionToMatch[]> {
  return await reader.select(columns).from(motions).where(eq(motions.campaignId, campaignId));
}

/** Motions of any year under this very title. */
export async function listMotionsByTitle(reader: Reader, title: string): Promise<MotionToMatch[]> {
  return await reader.select(columns).from(motions).where(eq(motions.title, title));
}

/** Office lines: telephone numbers that may stand in a letter. */
export async function listOfficeLines(reader: Reader): Promise<string[]> {
  const rows = await reader.select({ phone: units.phone }).from(units).where(isNotNull(units.phone));
  return rows.flatMap((row) => (row.phone === null ? [] : [row.phone]));
}
