import { countAuditRows } from "#db/reads/audit-list.ts";
import type { Reader } from "#db/open.ts";
import { readSettings } from "#db/reads/settings.ts";
import type { SiteSettings } from "#domain/settings/site-settings.ts";
import type { Context } from "../context.ts";
import { requireOverseer } from "../scope.ts";

export const SITE_OBJECT = "settings:site";

export type SiteFile = { readonly settings: SiteSettings; readonly version: number };

/** Settings have no version column: one audit row is written for each change, so their number is the version. */
export async function findSite(reader: Reader): Promise<SiteFile> {
  const changes = await countAuditRows(reader, { object: SITE_OBJECT });
  return { settings: await readSettings(reader), version: changes + 1 };
}

export async function readSite(ctx: Context): Promise<SiteFile> {
  requireOverseer(ctx.actor);
  return await findSite(ctx.db);
}
