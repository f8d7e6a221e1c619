import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { campaigns, sittings } from "../schema/campaigns.ts";
import { topics } from "../schema/motions.ts";
import { units } from "../schema/units.ts";
import { listSchemes } from "./schemes.ts";
import { readSettings } from "./settings.ts";
import type { ReleaseTextList } from "./withheld-texts.ts";

/** What is public by nature: the site's own words, units with their office lines, topics, sittings, class schemes. */
export async function readOpenFrame(reader: Reader, texts: ReleaseTextList): Promise<void> {
  const words = Object.values(await readSettings(reader));
  texts.show(...words.filter((word) => typeof word === "string"));
  const years = await reader.select({ name: campaigns.name, year: campaigns.year }).from(campaigns);
  for (const { shortName, fullName, phone } of await reader.select().from(units)) {
    texts.show(shortName, fullName, phone, phone && `联系电话：${phone}`);
    // The foot of a letter, and the beginning of many a draft's title: 云川市民政局2026年….
    for (const { year } of years) texts.show(`${fullName}${year}年`, `${shortName}${year}年`);
  }
  for (const { name, description } of await reader.select().from(topics)) texts.show(name, description);
  for (const { name, shortName } of await reader.select().from(sittings)) texts.show(name, shortName);
  for (const { name, year } of years) {
    texts.show(name, ...MOTION_KINDS.map((kind) => `${year}年${KIND_WORDS[kind].longLabel}`));
  }
  for (const { name, source, classes } of await listSchemes(reader)) {
    // A class with its meaning, as pages, tables and many a letter write it.
    const words = classes.flatMap(({ code, label, definition }) => [label, definition, `${code}类（${label}）`]);
    texts.show(name, source, ...words);
  }
}
