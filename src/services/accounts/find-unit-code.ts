import { listUnitNames } from "#db/reads/units.ts";
import type { Transaction } from "#db/open.ts";
import type { Role } from "#domain/handling/actor.ts";
import { matchUnit } from "#domain/unit/match-unit.ts";
import { nearestUnits } from "#domain/unit/nearest-units.ts";
import { Invalid } from "../errors.ts";

const path = "unit";

/** The code of the unit that a person or key of this role acts for, by any of its names; null for other roles. Throws Invalid. */
export async function findUnitCode(tx: Transaction, role: Role, name: string | undefined): Promise<string | null> {
  if (role !== "unit") {
    if (name === undefined) return null;
    const message = "只有承办单位需要写明单位，请去掉单位";
    throw new Invalid(message, [{ path, message }]);
  }
  if (name === undefined) {
    const message = "角色为承办单位的，应当写明是哪个单位";
    throw new Invalid(message, [{ path, message }]);
  }
  const units = await listUnitNames(tx);
  const unit = units.find((item) => item.code === name) ?? matchUnit(name, units);
  if (unit) return unit.code;
  const near = nearestUnits(name, units).map((item) => item.shortName);
  const message = `单位“${name}”不在单位名录中。${near.length > 0 ? `是否为${near.join("、")}？` : ""}请改正名称，或先登记该单位`;
  throw new Invalid(message, [{ path, message }], "unknown_unit");
}
