import type { PersonRow } from "#db/reads/people.ts";
import { findPerson, listPeople as readPeople } from "#db/reads/people.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

export type PeopleQuery = { readonly unit?: string | undefined; readonly ended: boolean };

/** The registry: a unit its own people, whatever it asks for. */
export async function listPeople(ctx: Context, { unit, ended }: PeopleQuery): Promise<Page<PersonRow>> {
  const own = getUnitScope(ctx.actor);
  if (own !== undefined && unit !== undefined && unit !== own) return toWholePage([]);
  return toWholePage(await readPeople(ctx.db, { unit: own ?? unit, ended }));
}

/** Throws NotFound where it is not there or another unit's. */
export async function getPerson(ctx: Context, id: string): Promise<PersonRow> {
  const found = await findPerson(ctx.db, id);
  if (!found || !maySeeAssignment(ctx.actor, found.person.unitCode)) throw new NotFound("这位同志");
  return found;
}
