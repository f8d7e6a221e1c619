import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { motionChanges } from "../schema/operations.ts";
import { EVERY_MOTION } from "../watch-changes.ts";

/**
 * What the triggers keep, made anew from what they keep it of: the ledger with its cells, the clocks with theirs, the
 * owed replies, the cells and the pairs of characters of motions. The views that end in `_source` say what must stand there.
 */

const FACETS = "campaign_id, kind, unit_code, role, state, publication, key_item, due_key, class_code, mode";
const SAME_CELL = FACETS.split(", ")
  .map((facet) => `c.${facet} = s.${facet}`)
  .join(" and ");
const TEXT = "lower(m.title || char(10) || m.number)";

const STATEMENTS = [
  "delete from ledger",
  "delete from ledger_cells",
  "delete from clocks",
  "delete from clock_cells",
  "delete from motion_cells",
  "delete from motion_grams",
  "delete from owed_replies",
  `insert into ledger_cells (${FACETS}, count) select ${FACETS}, count(*) from ledger_source group by ${FACETS}`,
  `insert into ledger (assignment_id, motion_id, cell_id, due_key, number_part, number_rest, unit_key)
    select s.assignment_id, s.motion_id, c.id, s.due_key, s.number_part, s.number_rest, s.unit_key
    from ledger_source as s join ledger_cells as c on ${SAME_CELL}`,
  `insert into clocks (source, id, part, assignment_id, unit_code, campaign_id, anchor)
    select source, id, part, assignment_id, unit_code, campaign_id, anchor from clock_source`,
  `insert into clock_cells (source, campaign_id, unit_code, anchor, count)
    select source, campaign_id, unit_code, anchor, count(*) from clocks group by 1, 2, 3, 4`,
  `insert into motion_cells (campaign_id, kind, key_item, count)
    select campaign_id, kind, key_item, count(*) from motions group by 1, 2, 3`,
  `insert into owed_replies (assignment_id, campaign_id, kind, answered, publication, mode, class_code, published_at)
    select assignment_id, campaign_id, kind, answered, publication, mode, class_code, published_at from owed_reply_source`,
  // In the order of the index, as a union gives it: a tenth of the time.
  `insert into motion_grams (gram, campaign_id, motion_id)
    select substr(${TEXT}, p.n, 1), m.campaign_id, m.id from motions as m join text_places as p on p.n <= length(${TEXT})
    union select substr(${TEXT}, p.n, 2), m.campaign_id, m.id from motions as m join text_places as p on p.n <= length(${TEXT})`,
];

/**
 * Loads many rows at once: the triggers rest meanwhile, and what they keep is made anew at the end. In one transaction with
 * the load, so that nobody sees the one without the other.
 */
export async function bulkLoad<T>(tx: Transaction, load: () => Promise<T>): Promise<T> {
  const triggers = await tx.all<{ name: string; sql: string }>(
    sql`select name, sql from sqlite_master where type = 'trigger' and name not like 'audit%' order by name`,
  );
  for (const { name } of triggers) await tx.run(sql.raw(`drop trigger "${name}"`));
  const result = await load();
  for (const statement of STATEMENTS) await tx.run(sql.raw(statement));
  // What was loaded stands in no note of a motion.
  await tx.delete(motionChanges).where(eq(motionChanges.motionId, EVERY_MOTION));
  await tx.insert(motionChanges).values({ motionId: EVERY_MOTION });
  for (const trigger of triggers) await tx.run(sql.raw(trigger.sql));
  return result;
}
