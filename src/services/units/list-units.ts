import type { UnitRow } from "#db/reads/units.ts";
import { listUnits as readUnits } from "#db/reads/units.ts";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

/** The register of units: names and office lines, the same for everyone who works here. */
export async function listUnits(ctx: Context): Promise<Page<UnitRow>> {
  getUnitScope(ctx.actor);
  return toWholePage(await readUnits(ctx.db));
}
