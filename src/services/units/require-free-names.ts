import type { Reader } from "#db/open.ts";
import { listUnitNames } from "#db/reads/units.ts";
import { Invalid } from "../errors.ts";
import type { ChangeUnitInput } from "./unit-input.ts";

/** One name means one unit, however it is written in a table. Throws Invalid for the first that another unit has. */
export async function requireFreeNames(reader: Reader, code: string, input: ChangeUnitInput): Promise<void> {
  const others = (await listUnitNames(reader)).filter((unit) => unit.code !== code);
  const wanted = [
    ["shortName", input.shortName],
    ["fullName", input.fullName],
    ...input.aliases.map((alias) => ["aliases", alias] as const),
  ] as const;
  for (const [path, name] of wanted) {
    const holder = others.find(({ shortName, fullName, aliases }) => [shortName, fullName, ...aliases].includes(name));
    if (!holder) continue;
    const message = `“${name}”已经是${holder.shortName}的名称，请核对`;
    throw new Invalid(message, [{ path, message }], "unit_name_taken");
  }
}
