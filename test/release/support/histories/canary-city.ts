import { sql } from "drizzle-orm";
import type { Database, Reader } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { plantCanaries } from "#test/support/canaries.ts";
import { makeSmallCity, type SmallCity } from "../small-city.ts";
import { addInnerRows } from "./inner-rows.ts";
import { PUBLIC_PLACES } from "./public-places.ts";

export const MARK = /zq+e?\d+zq+/g;

export type CanaryCity = SmallCity & {
  /** table.column of every text that carries a mark. */
  readonly places: readonly string[];
};

/** A city in which every text of every row carries a mark of its own, public or not. */
export async function makeCanaryCity(matters: number, years: number): Promise<CanaryCity> {
  const city = await makeSmallCity(matters, years);
  // A promise is public where the letter holds its words: a mark of its own would take it from the page.
  const own = await city.db.all<{ id: string; text: string }>(sql`select id, text from commitments`);
  const planted = await writeTransaction(city.db, async (tx) => {
    await addInnerRows(tx);
    const marks = await plantCanaries(tx);
    for (const { id, text } of own) await tx.run(sql`update commitments set text = ${text} where id = ${id}`);
    return marks;
  });
  const places = [...new Set(planted.map(({ place }) => place))].filter((place) => place !== "commitments.text");
  return { ...city, places };
}

async function readMarks(reader: Reader, place: string, condition: string): Promise<string[]> {
  const [table, column] = place.split(".");
  const rows = await reader.all<{ text: string | null }>(
    sql.raw(`select "${column}" as text from "${table}" as t where ${condition}`),
  );
  return rows.flatMap(({ text }) => text?.match(MARK) ?? []);
}

/** Marks that may stand in what everybody reads, as the rows are now. */
export async function readOpenMarks(reader: Reader): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  for (const [place, condition] of Object.entries(PUBLIC_PLACES))
    for (const mark of await readMarks(reader, place, condition)) open.add(mark);
  return open;
}

/** Marks that must stand nowhere, with their place. */
export async function readSecretMarks(
  reader: Reader,
  { places }: Pick<CanaryCity, "places">,
): Promise<ReadonlyMap<string, string>> {
  const open = await readOpenMarks(reader);
  const secret = new Map<string, string>();
  for (const place of places)
    for (const mark of await readMarks(reader, place, "1")) if (!open.has(mark)) secret.set(mark, place);
  return secret;
}

/** Every withheld text says something else than before; nothing public is touched. Returns in how many rows. */
export async function changeWithheld(
  db: Pick<Database, "run">,
  { places }: Pick<CanaryCity, "places">,
): Promise<number> {
  let rows = 0;
  for (const place of places) {
    const [table, column] = place.split(".");
    const condition = PUBLIC_PLACES[place] ?? "0";
    const { rowsAffected } = await db.run(
      sql.raw(
        `update "${table}" as t set "${column}" = replace("${column}", 'zq', 'zqq') where not (${condition}) and "${column}" like '%zq%'`,
      ),
    );
    rows += rowsAffected;
  }
  return rows;
}

/** Marks in a text that are not among the open ones. */
export function findSecret(text: string, open: ReadonlySet<string>): string[] {
  return [...new Set(text.match(MARK))].filter((mark) => !open.has(mark));
}

/** Where these marks stand in the rows: what to look at after a hit. */
export async function findPlaces(reader: Reader, city: Pick<CanaryCity, "places">, marks: readonly string[]) {
  const secret = await readSecretMarks(reader, city);
  return marks.map((mark) => `${mark} ${secret.get(mark) ?? "of a text that no row has any more"}`);
}
