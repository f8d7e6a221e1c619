import type { Reader } from "../open.ts";
import { campaigns, sittings } from "../schema/campaigns.ts";
import { topics } from "../schema/motions.ts";
import { units } from "../schema/units.ts";
import { listSchemes } from "./schemes.ts";
import { readSettings } from "./settings.ts";
import type { ReleaseTextList } from "./withheld-texts.ts";

/** What is public by nature: the site's own words, units with their office lines, topics, sittings, class schemes. */
export async function readOpenFrame(reader: Reader, texts: ReleaseTextList): Promise<void> {
  texts.show(...Object.values(await readSettings(reader)));
  for (const { shortName, fullName, phone } of await reader.select().from(units)) {
    texts.show(shortName, fullName, phone, phone && `联系电话：${phone}`);
  }
  for (const { name, description } of await reader.select().from(topics)) texts.show(name, description);
  for (const { name, shortName } of await reader.select().from(sittings)) texts.show(name, shortName);
  for (const { name } of await reader.select({ name: campaigns.name }).from(campaigns)) texts.show(name);
  for (const { name, source, classes } of await listSchemes(reader)) {
    texts.show(name, source, ...classes.flatMap(({ label, definition }) => [label, definition]));
  }
}
