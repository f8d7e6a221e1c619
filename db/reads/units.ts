import { and, asc, eq, notInArray, sum } from "drizzle-orm";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import type { Reader } from "../open.ts";
import { ledgerCells } from "../schema/ledger.ts";
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

export type UnitName = { readonly name: string; readonly usedUntil: string | null };
/** A unit with its other spellings and former names. */
export type UnitFile = UnitRow & { readonly otherNames: readonly UnitName[] };

export async function listUnitFiles(reader: Reader): Promise<UnitFile[]> {
  const names = Map.groupBy(
    await reader.select().from(unitAliases).orderBy(asc(unitAliases.alias)),
    (row) => row.unitCode,
  );
  return (await listUnits(reader)).map((unit) => ({
    ...unit,
    otherNames: (names.get(unit.code) ?? []).map(({ alias, usedUntil }) => ({ name: alias, usedUntil })),
  }));
}

export async function findUnit(reader: Reader, code: string): Promise<UnitFile | undefined> {
  return (await listUnitFiles(reader)).find((unit) => unit.code === code);
}

/** Parts that the unit still has in hand, joint ones too. */
export async function countOpenParts(reader: Reader, code: string): Promise<number> {
  const row = await reader
    .select({ count: sum(ledgerCells.count) })
    .from(ledgerCells)
    .where(and(eq(ledgerCells.unitCode, code), notInArray(ledgerCells.state, ["replied", "closed", "withdrawn"])))
    .get();
  return Number(row?.count ?? 0);
}
