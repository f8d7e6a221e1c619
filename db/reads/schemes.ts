import { asc, eq, sql } from "drizzle-orm";
import type { Outcome } from "#domain/scheme/outcome.ts";
import type { Scheme, SchemeClass } from "#domain/scheme/scheme.ts";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { schemeClasses, schemes } from "../schema/campaigns.ts";

function toClass(row: typeof schemeClasses.$inferSelect): SchemeClass {
  const { code, label, definition, canonical, countsAsResolved, needsFollowUp, tone } = row;
  return { code, label, definition, canonical: canonical as Outcome[], countsAsResolved, needsFollowUp, tone };
}

/** Every scheme with its classes in printed order. */
export async function listSchemes(reader: Reader): Promise<Scheme[]> {
  const heads = await reader.select().from(schemes).orderBy(asc(schemes.id));
  const rows = await reader
    .select()
    .from(schemeClasses)
    .orderBy(asc(schemeClasses.schemeId), asc(schemeClasses.position));
  return heads.map((head) => ({ ...head, classes: rows.filter((row) => row.schemeId === head.id).map(toClass) }));
}

const ID = sql.placeholder("id");

const headOf = (reader: Reader) => reader.select().from(schemes).where(eq(schemes.id, ID)).prepare();

const classesOf = (reader: Reader) =>
  reader
    .select()
    .from(schemeClasses)
    .where(eq(schemeClasses.schemeId, ID))
    .orderBy(asc(schemeClasses.position))
    .prepare();

export async function findScheme(reader: Reader, id: string): Promise<Scheme | undefined> {
  const head = await prepareOnce(reader, headOf).get({ id });
  if (!head) return undefined;
  const rows = await prepareOnce(reader, classesOf).all({ id });
  return { ...head, classes: rows.map(toClass) };
}
