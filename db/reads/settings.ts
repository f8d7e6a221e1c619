import { eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { settings } from "../schema/operations.ts";
import { DEFAULT_SITE_SETTINGS, SiteSettings } from "#domain/settings/site-settings.ts";

export async function readSettings(reader: Reader): Promise<SiteSettings> {
  const row = await reader.select().from(settings).where(eq(settings.key, "site")).get();
  return row ? SiteSettings.parse(JSON.parse(row.value)) : DEFAULT_SITE_SETTINGS;
}
