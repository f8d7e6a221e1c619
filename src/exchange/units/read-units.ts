import { z } from "zod";
import { UNIT_KINDS, UnitEntry } from "#domain/unit/unit.ts";
import { UnreadableFile } from "../unreadable-file.ts";

/** A unit list as offices hand it over; what else stands in an entry is not read. */
const UnitFile = z.object({
  units: z.array(
    z.object({
      key: z.string(),
      short: z.string(),
      full: z.string(),
      aliases: z.array(z.string()).default([]),
      kind: z.enum(UNIT_KINDS).default("bureau"),
      phone: z.string().nullish(),
    }),
  ),
});

/** `{units: [{key, short, full, aliases, kind, phone}]}` → entries; throws UnreadableFile with a sentence. */
export function readUnits(text: string): UnitEntry[] {
  try {
    const file = UnitFile.parse(JSON.parse(text));
    return file.units.map(({ key, short, full, aliases, kind, phone }) =>
      UnitEntry.parse({ code: key, shortName: short, fullName: full, aliases, kind, phone: phone ?? null }),
    );
  } catch (error) {
    const where = error instanceof z.ZodError ? `（${error.issues[0]?.path.join(".")}）` : "";
    throw new UnreadableFile(
      "wrong_type",
      `单位清单读不懂${where}：应为 JSON 文件，units 之下每个单位写明 key、short、full、aliases、kind、phone。`,
    );
  }
}
