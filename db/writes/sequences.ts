import { sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { sequences } from "../schema/operations.ts";

const nextOf = (tx: Transaction) =>
  tx
    .insert(sequences)
    .values({ name: sql.placeholder("name"), value: 1 })
    .onConflictDoUpdate({ target: sequences.name, set: { value: sql`${sequences.value} + 1` } })
    .returning({ value: sequences.value })
    .prepare();

/** The next number of the named row, from 1, without gaps among committed transactions. */
export async function nextInSequence(tx: Transaction, name: string): Promise<number> {
  const row = await prepareOnce(tx, nextOf).get({ name });
  return row.value;
}

/** No number up to this one is given from now on. */
export async function skipInSequence(tx: Transaction, name: string, upTo: number): Promise<void> {
  await tx
    .insert(sequences)
    .values({ name, value: upTo })
    .onConflictDoUpdate({ target: sequences.name, set: { value: sql`max(${sequences.value}, ${upTo})` } });
}
