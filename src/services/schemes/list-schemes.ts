import { listSchemes as readSchemes } from "#db/reads/schemes.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

/** Every class scheme with its classes in printed order. */
export async function listSchemes(ctx: Context): Promise<Page<Scheme>> {
  getUnitScope(ctx.actor);
  return toWholePage(await readSchemes(ctx.db));
}
