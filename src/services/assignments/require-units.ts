import type { Reader } from "#db/open.ts";
import { listUnits } from "#db/reads/units.ts";
import { findEndedFault } from "#domain/unit/unit-ended.ts";
import { Invalid } from "../errors.ts";

/** Throws Invalid for the first code that no unit has; `path` names the field in the request. */
export async function requireUnits(reader: Reader, codes: readonly string[], path: string): Promise<void> {
  const known = new Set((await listUnits(reader)).map((unit) => unit.code));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown === undefined) return;
  const message = `没有代码为“${unknown}”的单位，请从单位名录中选择`;
  throw new Invalid(message, [{ path, message }], "unknown_unit");
}

/** As above, and for the first that had ended before `day` (YYYY-MM-DD). */
export async function requireStandingUnits(
  reader: Reader,
  codes: readonly string[],
  path: string,
  day: string,
): Promise<void> {
  await requireUnits(reader, codes, path);
  const all = new Map((await listUnits(reader)).map((unit) => [unit.code, unit]));
  for (const code of codes) {
    const unit = all.get(code);
    const message = unit && findEndedFault(unit, day);
    if (message) throw new Invalid(message, [{ path, message }], "unit_ended");
  }
}
