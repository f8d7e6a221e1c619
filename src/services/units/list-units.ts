import type { UnitFile } from "#db/reads/units.ts";
import { findUnit, listUnitFiles } from "#db/reads/units.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

/** The register of units: names and office lines, the same for everyone who works here. */
export async function listUnits(ctx: Context): Promise<Page<UnitFile>> {
  getUnitScope(ctx.actor);
  return toWholePage(await listUnitFiles(ctx.db));
}

/** Throws NotFound. */
export async function getUnit(ctx: Context, code: string): Promise<UnitFile> {
  getUnitScope(ctx.actor);
  const unit = await findUnit(ctx.db, code);
  if (!unit) throw new NotFound("这个单位");
  return unit;
}
