import { and, asc, eq, isNull } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { unitPeople } from "../schema/handling.ts";
import { units } from "../schema/units.ts";

export type PersonRow = Awaited<ReturnType<typeof listPeople>>[number];

function select(reader: Reader) {
  return reader
    .select({ person: unitPeople, unitName: units.shortName })
    .from(unitPeople)
    .innerJoin(units, eq(units.code, unitPeople.unitCode));
}

/** By unit, then duty; those who have left only where asked for. */
export async function listPeople(
  reader: Reader,
  { unit, ended }: { readonly unit?: string | undefined; readonly ended: boolean },
) {
  return await select(reader)
    .where(
      and(
        unit === undefined ? undefined : eq(unitPeople.unitCode, unit),
        ended ? undefined : isNull(unitPeople.endedOn),
      ),
    )
    .orderBy(asc(units.position), asc(unitPeople.unitCode), asc(unitPeople.duty), asc(unitPeople.id));
}

export async function findPerson(reader: Reader, id: string): Promise<PersonRow | undefined> {
  return await select(reader).where(eq(unitPeople.id, id)).get();
}
