import type { SiteSettings } from "#domain/settings/site-settings.ts";
import type { Transaction } from "../open.ts";
import { settings } from "../schema/operations.ts";

export async function putSiteSettings(tx: Transaction, site: SiteSettings): Promise<void> {
  const value = JSON.stringify(site);
  await tx.insert(settings).values({ key: "site", value }).onConflictDoUpdate({ target: settings.key, set: { value } });
}
