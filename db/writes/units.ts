import { and, eq, isNull, sql } from "drizzle-orm";
import type { UnitEntry } from "#domain/unit/unit.ts";
import type { Transaction } from "../open.ts";
import { unitAliases, units } from "../schema/units.ts";

/** Adds the unit, or brings names, kind and phone up to date; spellings are added, never taken from another unit. */
export async function putUnit(tx: Transaction, entry: UnitEntry, position: number): Promise<void> {
  const { aliases, ...row } = entry;
  await tx
    .insert(units)
    .values({ ...row, position })
    .onConflictDoUpdate({ target: units.code, set: { ...row, version: sql`${units.version} + 1` } });
  for (const alias of aliases) {
    await tx.insert(unitAliases).values({ alias, unitCode: entry.code }).onConflictDoNothing();
  }
}

type UnitWords = UnitEntry & { readonly startedOn: string | null; readonly endedOn: string | null };

async function putSpellings(tx: Transaction, unitCode: string, names: readonly string[], usedUntil: string | null) {
  for (const alias of names) await tx.insert(unitAliases).values({ alias, unitCode, usedUntil }).onConflictDoNothing();
}

export async function insertUnit(tx: Transaction, { aliases, ...row }: UnitWords, position: number): Promise<void> {
  await tx.insert(units).values({ ...row, position });
  await putSpellings(tx, row.code, aliases, null);
}

/** Sets all that is said of a unit. Spellings are replaced; former names stay, and `former` joins them. */
export async function updateUnit(
  tx: Transaction,
  code: string,
  { aliases, ...row }: Omit<UnitWords, "code">,
  former: { readonly names: readonly string[]; readonly usedUntil: string },
): Promise<void> {
  await tx
    .update(units)
    .set({ ...row, version: sql`${units.version} + 1` })
    .where(eq(units.code, code));
  await tx.delete(unitAliases).where(and(eq(unitAliases.unitCode, code), isNull(unitAliases.usedUntil)));
  await putSpellings(tx, code, former.names, former.usedUntil);
  await putSpellings(tx, code, aliases, null);
}
