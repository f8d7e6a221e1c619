import { asc } from "drizzle-orm";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import type { Reader } from "../open.ts";
import { unitAliases, units } from "../schema/units.ts";

export type UnitRow = typeof units.$inferSelect;

export async function listUnits(reader: Reader): Promise<UnitRow[]> {
  return await reader.select().from(units).orderBy(asc(units.position), asc(units.code));
}

/** The register by every name that a unit goes by. */
export async function listUnitNames(reader: Reader): Promise<UnitNames[]> {
  const rows = await listUnits(reader);
  const aliases = Map.groupBy(await reader.select().from(unitAliases), (row) => row.unitCode);
  return rows.map(({ code, shortName, fullName }) => ({
    code,
    shortName,
    fullName,
    aliases: (aliases.get(code) ?? []).map((row) => row.alias),
  }));
}
