import { and, asc, eq, isNull } from "drizzle-orm";
import type { UnitStaff } from "#domain/handling/sign-off.ts";
import type { Reader } from "../open.ts";
import { actors } from "../schema/actors.ts";

/** Everyone who may act for the unit now. */
export async function listUnitStaff(reader: Reader, unitCode: string): Promise<UnitStaff> {
  return await reader
    .select({ id: actors.id, duty: actors.duty })
    .from(actors)
    .where(and(eq(actors.unitCode, unitCode), isNull(actors.disabledAt)))
    .orderBy(asc(actors.id));
}
