import { asc, eq } from "drizzle-orm";
import type { Outcome } from "#domain/scheme/outcome.ts";
import type { Scheme, SchemeClass } from "#domain/scheme/scheme.ts";
import type { Reader } from "../open.ts";
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

export async function findScheme(reader: Reader, id: string): Promise<Scheme | undefined> {
  const head = await reader.select().from(schemes).where(eq(schemes.id, id)).get();
  if (!head) return undefined;
  const rows = await reader
    .select()
    .from(schemeClasses)
    .where(eq(schemeClasses.schemeId, id))
    .orderBy(asc(schemeClasses.position));
  return { ...head, classes: rows.map(toClass) };
}
