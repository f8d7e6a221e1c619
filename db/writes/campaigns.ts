import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { CountChange } from "#domain/campaign/campaign-stage.ts";
import { KIND_WORDS } from "#domain/motion/kind.ts";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Transaction } from "../open.ts";
import { campaignKinds, campaigns, schemeClasses, schemes, sittings } from "../schema/campaigns.ts";
import { campaignEvents } from "../schema/decisions.ts";

/** Presets as they stand in the code; one that is there is left alone: a new wording is a new id. */
export async function putPresets(tx: Transaction, presets: readonly Scheme[]): Promise<void> {
  for (const { id, name, source, classes } of presets) {
    const added = await tx
      .insert(schemes)
      .values({ id, name, source })
      .onConflictDoNothing()
      .returning({ id: schemes.id });
    if (added.length === 0) continue;
    await tx.insert(schemeClasses).values(classes.map((item, position) => ({ ...item, schemeId: id, position })));
  }
}

type Sitting = Omit<typeof sittings.$inferInsert, "body">;

export async function putSitting(tx: Transaction, kind: MotionKind, sitting: Sitting): Promise<void> {
  await tx
    .insert(sittings)
    .values({ ...sitting, body: KIND_WORDS[kind].body })
    .onConflictDoNothing();
}

export type CampaignRows = typeof campaigns.$inferInsert & {
  readonly kinds: readonly (Omit<typeof campaignKinds.$inferInsert, "campaignId" | "sittingId"> & {
    readonly sitting: { readonly id: string };
  })[];
};

/** Moves the year on and writes its history. */
export async function changeCampaignRow(
  tx: Transaction,
  id: string,
  patch: Partial<Pick<typeof campaigns.$inferInsert, "state" | "archivedAt">>,
  event: Omit<typeof campaignEvents.$inferInsert, "campaignId" | "seq">,
): Promise<void> {
  await tx
    .update(campaigns)
    .set({ ...patch, version: sql`${campaigns.version} + 1` })
    .where(eq(campaigns.id, id));
  const seq = await tx.$count(campaignEvents, eq(campaignEvents.campaignId, id));
  await tx.insert(campaignEvents).values({ ...event, campaignId: id, seq: seq + 1 });
}

export async function setNamesPublic(tx: Transaction, id: string, namesPublic: boolean): Promise<void> {
  await tx
    .update(campaigns)
    .set({ namesPublic, version: sql`${campaigns.version} + 1` })
    .where(eq(campaigns.id, id));
}

/** The scheme that these kinds of the year go by. */
export async function setScheme(
  tx: Transaction,
  id: string,
  { kinds, schemeId }: { readonly kinds: readonly MotionKind[]; readonly schemeId: string },
): Promise<void> {
  await tx
    .update(campaignKinds)
    .set({ schemeId })
    .where(and(eq(campaignKinds.campaignId, id), inArray(campaignKinds.kind, [...kinds])));
  await tx
    .update(campaigns)
    .set({ version: sql`${campaigns.version} + 1` })
    .where(eq(campaigns.id, id));
}

/** Takes away those of the schemes by which no year goes. */
export async function deleteUnusedSchemes(tx: Transaction, ids: readonly string[]): Promise<void> {
  const used = tx.select({ id: campaignKinds.schemeId }).from(campaignKinds);
  const rows = await tx
    .select({ id: schemes.id })
    .from(schemes)
    .where(and(inArray(schemes.id, [...ids]), notInArray(schemes.id, used)));
  const gone = rows.map(({ id }) => id);
  await tx.delete(schemeClasses).where(inArray(schemeClasses.schemeId, gone));
  await tx.delete(schemes).where(inArray(schemes.id, gone));
}

/** The numbers that the notice states, as they stand now. */
export async function setCounts(tx: Transaction, campaignId: string, { kind, after }: CountChange): Promise<void> {
  await tx
    .update(campaignKinds)
    .set(after)
    .where(and(eq(campaignKinds.campaignId, campaignId), eq(campaignKinds.kind, kind)));
}

/** False where the year or the id is taken. */
export async function insertCampaign(tx: Transaction, { kinds, ...campaign }: CampaignRows): Promise<boolean> {
  const { id, year, name, state, namesPublic } = campaign;
  const added = await tx
    .insert(campaigns)
    .values({ id, year, name, state, namesPublic })
    .onConflictDoNothing()
    .returning({ id: campaigns.id });
  if (added.length === 0) return false;
  await tx
    .insert(campaignKinds)
    .values(kinds.map(({ sitting, ...kind }) => ({ ...kind, campaignId: id, sittingId: sitting.id })));
  return true;
}
