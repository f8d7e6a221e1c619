import { listUnitNames } from "#db/reads/units.ts";
import { putUnit } from "#db/writes/units.ts";
import { writeTransaction } from "#db/transaction.ts";
import { matchUnit } from "#domain/unit/match-unit.ts";
import type { UnitEntry } from "#domain/unit/unit.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import { hashOf } from "../hash.ts";

/** Registers units. One that is known under its name keeps its code, because addresses carry it. */
export async function importUnits(ctx: Context, entries: readonly UnitEntry[]): Promise<{ accepted: number }> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const known = await listUnitNames(tx);
    for (const [index, entry] of entries.entries()) {
      const same = matchUnit(entry.fullName, known) ?? matchUnit(entry.shortName, known);
      await putUnit(tx, same ? { ...entry, code: same.code } : entry, known.length + index);
    }
    await recordAudit(tx, ctx, {
      action: "unit.import",
      object: "unit:*",
      beforeHash: null,
      afterHash: hashOf(entries),
    });
  });
  return { accepted: entries.length };
}
