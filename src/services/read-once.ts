import type { Database } from "#db/open.ts";
import { readStateVersion } from "#db/reads/state-version.ts";

type Kept = { readonly version: string; readonly value: Promise<unknown> };

/** Answers of one database, last asked for last. */
const KEPT = new WeakMap<Database, Map<string, Kept>>();
/** A year of a large city read whole is some megabytes. */
const MOST = 8;

function keep(answers: Map<string, Kept>, key: string, kept: Kept): void {
  answers.delete(key);
  answers.set(key, kept);
  const [oldest] = answers.keys();
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
}

/**
 * What is reckoned from a whole year is reckoned once for each state of the database: any write makes it be read anew. `key`
 * holds all that the answer depends on beside the database: the question, whose eyes, the day. Nobody may change the answer.
 */
export async function readOnce<T>(db: Database, key: string, read: () => Promise<T>): Promise<T> {
  // Before the rows: what is written meanwhile makes the next asker read again, never this answer pass for a later one.
  const version = await readStateVersion(db);
  const answers = KEPT.get(db) ?? new Map<string, Kept>();
  KEPT.set(db, answers);
  const known = answers.get(key);
  const kept = known?.version === version ? known : { version, value: read() };
  keep(answers, key, kept);
  try {
    return (await kept.value) as T;
  } catch (error) {
    if (answers.get(key) === kept) answers.delete(key);
    throw error;
  }
}
