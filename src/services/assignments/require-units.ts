import type { Reader } from "#db/open.ts";
import { listUnits } from "#db/reads/units.ts";
import { Invalid } from "../errors.ts";

/** Throws Invalid for the first code that no unit has; `path` names the field in the request. */
export async function requireUnits(reader: Reader, codes: readonly string[], path: string): Promise<void> {
  const known = new Set((await listUnits(reader)).map((unit) => unit.code));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown === undefined) return;
  const message = `没有代码为“${unknown}”的单位，请从单位名录中选择`;
  throw new Invalid(message, [{ path, message }], "unknown_unit");
}
