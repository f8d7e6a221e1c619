import type { UnitEntry } from "#domain/unit/unit.ts";
import type { Transaction } from "../open.ts";
import { unitAliases, units } from "../schema/units.ts";

/** Adds the unit, or brings names, kind and phone up to date; spellings are added, never taken from another unit. */
export async function putUnit(tx: Transaction, entry: UnitEntry, position: number): Promise<void> {
  const { aliases, ...row } = entry;
  await tx
    .insert(units)
    .values({ ...row, position })
    .onConflictDoUpdate({ target: units.code, set: row });
  for (const alias of aliases) {
    await tx.insert(unitAliases).values({ alias, unitCode: entry.code }).onConflictDoNothing();
  }
}
