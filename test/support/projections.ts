import { sql } from "drizzle-orm";
import type { Database } from "#db/open.ts";

type Rows = readonly (readonly unknown[])[];

async function differ(db: Database, name: string, stored: string, wanted: string): Promise<string[]> {
  const read = async (text: string): Promise<Rows> =>
    (await db.all<unknown[]>(sql.raw(text))).map((row) => Object.values(row));
  const [have, want] = [await read(stored), await read(wanted)].map(
    (rows) => new Set(rows.map((row) => JSON.stringify(row))),
  );
  if (!have || !want) return [];
  const missing = [...want].filter((row) => !have.has(row)).map((row) => `${name} lacks ${row}`);
  return [...missing, ...[...have].filter((row) => !want.has(row)).map((row) => `${name} has ${row}`)];
}

const FACETS = "campaign_id, kind, unit_code, role, state, publication, key_item, due_key, class_code, mode";
const CLOCK = "source, id, part, assignment_id, unit_code, campaign_id, anchor";
const OWED = "assignment_id, campaign_id, kind, answered, publication, mode, class_code, published_at";
const TEXT = "lower(m.title || char(10) || m.number)";
const GRAM = (length: number) =>
  `select substr(${TEXT}, n, ${length}) as gram, campaign_id, id from motions as m join text_places on n <= length(${TEXT})`;

/** Where what the triggers keep differs from what it is kept of. Empty: nowhere. */
export async function listProjectionFaults(db: Database): Promise<string[]> {
  const pairs = [
    [
      "ledger",
      `select l.assignment_id, l.motion_id, c.${FACETS.replaceAll(", ", ", c.")}, l.due_key as key, number_part, number_rest, unit_key
        from ledger as l left join ledger_cells as c on c.id = l.cell_id`,
      `select assignment_id, motion_id, ${FACETS}, due_key as key, number_part, number_rest, unit_key from ledger_source`,
    ],
    [
      "ledger_cells",
      `select ${FACETS}, count from ledger_cells`,
      `select ${FACETS}, count(*) from ledger_source group by ${FACETS}`,
    ],
    ["clocks", `select ${CLOCK} from clocks`, `select ${CLOCK} from clock_source`],
    [
      "clock_cells",
      "select source, campaign_id, unit_code, anchor, count from clock_cells",
      "select source, campaign_id, unit_code, anchor, count(*) from clock_source group by 1, 2, 3, 4",
    ],
    [
      "motion_cells",
      "select campaign_id, kind, key_item, count from motion_cells",
      "select campaign_id, kind, key_item, count(*) from motions group by 1, 2, 3",
    ],
    ["motion_grams", "select gram, campaign_id, motion_id from motion_grams", `${GRAM(1)} union ${GRAM(2)}`],
    ["owed_replies", `select ${OWED} from owed_replies`, `select ${OWED} from owed_reply_source`],
  ] as const;
  const faults = [];
  for (const [name, stored, wanted] of pairs) faults.push(...(await differ(db, name, stored, wanted)));
  return faults;
}
