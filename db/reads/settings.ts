import { eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { settings } from "../schema/operations.ts";
import { DEFAULT_SITE_SETTINGS, SiteSettings } from "#domain/settings/site-settings.ts";

const siteRow = (reader: Reader) => reader.select().from(settings).where(eq(settings.key, "site")).prepare();

export async function readSettings(reader: Reader): Promise<SiteSettings> {
  const row = await prepareOnce(reader, siteRow).get();
  return row ? SiteSettings.parse(JSON.parse(row.value)) : DEFAULT_SITE_SETTINGS;
}
