import { countOpenParts, findUnit } from "#db/reads/units.ts";
import { updateUnit } from "#db/writes/units.ts";
import { writeTransaction } from "#db/transaction.ts";
import { recordAudit } from "../audit.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requestRelease } from "../releases/request.ts";
import { requireFreeNames } from "./require-free-names.ts";
import type { ChangeUnitInput } from "./unit-input.ts";

/**
 * Brings a unit up to date (机构改革). A name that it gives up stays as a former name until today, so that old tables are
 * still read. Throws Invalid where a unit that is ended still has an answer to give.
 */
export async function changeUnit(
  ctx: Context,
  ref: { readonly code: string; readonly version: number },
  input: ChangeUnitInput,
): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const before = await findUnit(tx, ref.code);
    if (!before) throw new NotFound("这个单位");
    if (before.version !== ref.version) throw new Stale();
    await requireFreeNames(tx, ref.code, input);
    const open = input.endedOn === null ? 0 : await countOpenParts(tx, ref.code);
    if (open > 0) {
      const message = `${before.shortName}还有 ${open} 件次没有办结，请先改派给承接的单位，再填写撤销日期`;
      throw new Invalid(message, [{ path: "endedOn", message }], "unit_has_open_parts");
    }
    const given = [before.shortName, before.fullName].filter(
      (name) => name !== input.shortName && name !== input.fullName,
    );
    await updateUnit(tx, ref.code, input, { names: given, usedUntil: shanghaiDate(ctx.now()) });
    await recordAudit(tx, ctx, {
      action: "unit.change",
      object: `unit:${ref.code}`,
      beforeHash: hashOf(before),
      afterHash: hashOf(input),
    });
    await requestRelease(tx, ctx, "unit.change");
  });
}
