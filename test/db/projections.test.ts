import fc from "fast-check";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Database } from "#db/open.ts";
import { DUE_SOURCES } from "#db/reads/due-list.ts";
import { writeTransaction } from "#db/transaction.ts";
import { bulkLoad } from "#db/writes/projections.ts";
import { EDITION_STATES, ASSIGNMENT_STATES, PUBLICATION_STATES } from "#domain/handling/states.ts";
import { ASSIGNMENT_ROLES } from "#domain/motion/campaign.ts";
import type { World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";
import { listProjectionFaults } from "#test/support/projections.ts";

let world: World;
let t: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => await world.close());

const PARTS = [
  "2026-jianyi-39.zhujian",
  "2026-jianyi-39.jiaoti",
  "2026-jianyi-40.zhujian",
  "2026-jianyi-40.jiaoti",
  "2026-tian-7.zhujian",
];
const part = fc.constantFrom(...PARTS).map((id) => `'${id}'`);
const motion = fc.constantFrom("'2026-jianyi-39'", "'2026-jianyi-40'");
const date = fc.constantFrom("null", "'2026-03-01'", "'2026-06-30'", "'2026-07-15'");
const instant = fc.constantFrom("null", "'2026-05-01T02:00:00.000Z'", "'2026-05-31T17:00:00.000Z'");
const oneOf = (values: readonly string[]) => fc.constantFrom(...values).map((value) => `'${value}'`);
const text = fc.constantFrom("关于养老的建议", "Road 5 与 ROAD", "路", "建建建建");

const say = (strings: TemplateStringsArray, ...parts: fc.Arbitrary<string | number>[]) =>
  fc.tuple(...parts).map((values) => strings.reduce((said, piece, at) => `${said}${piece}${values[at] ?? ""}`, ""));
const number = fc.integer({ min: 1, max: 3 });
const flag = fc.constantFrom(0, 1);

/** Writes of every table that the kept ones are made of, whatever a verb would say to them. */
const WRITES: readonly fc.Arbitrary<string>[] = [
  say`update assignments set state = ${oneOf(ASSIGNMENT_STATES)} where id = ${part}`,
  say`update assignments set due_on = ${date}, assigned_on = ${date} where id = ${part}`,
  say`update assignments set role = ${oneOf(ASSIGNMENT_ROLES)}, version = version + 1 where motion_id = ${motion}`,
  say`update motions set key_item = ${flag}, between_sessions = ${flag}, number = 400 + ${number} where id = ${motion}`,
  say`update motions set kind = ${oneOf(["suggestion", "proposal"])} where id = ${motion}`,
  say`update motions set title = ${text.map((words) => `'${words}'`)} where id = ${motion}`,
  say`update motions set assigned_on = ${oneOf(["2026-02-28", "2026-04-01"])} where id = ${motion}`,
  say`update units set position = ${number} where code = ${oneOf(["zhujian", "jiaoti"])}`,
  say`update replies set publication = ${oneOf(PUBLICATION_STATES)} where assignment_id = ${part}`,
  say`update replies set live_edition = ${fc.constantFrom("null", "1")}, draft_edition = ${fc.constantFrom("null", "1")} where assignment_id = ${part}`,
  say`update editions set state = ${oneOf(EDITION_STATES)}, finalised_at = ${instant}, published_at = ${instant}, class_code = ${oneOf(["A", "B"])} where assignment_id = ${part}`,
  say`update disclosures set review_again_on = ${date}, mode = ${oneOf(["full", "none"])} where assignment_id = ${part}`,
  say`insert into joint_opinions (assignment_id, state, due_on, asked_by, asked_at) values (${part}, 'asked', ${date}, 'system', '2026-03-01T02:00:00.000Z')`,
  say`update joint_opinions set state = ${oneOf(["asked", "waived"])}, due_on = ${date} where assignment_id = ${part}`,
  say`delete from joint_opinions where assignment_id = ${part}`,
  say`insert into extensions (assignment_id, seq, reason, new_due_on, requested_by, requested_at, decision) values (${part}, ${number}, '复杂', '2026-08-20', 'system', '2026-05-01', ${oneOf(["granted", "refused"])})`,
  say`update extensions set decision = ${oneOf(["granted", "refused"])} where assignment_id = ${part}`,
  say`insert into feedback_rounds (assignment_id, round, asked_at, due_on) values (${part}, ${number}, '2026-06-01T02:00:00.000Z', ${date})`,
  say`update feedback_rounds set filed_at = '2026-06-05T02:00:00.000Z', answers = '{}', redo_due_on = ${date} where assignment_id = ${part}`,
  say`delete from feedback_rounds where assignment_id = ${part}`,
  say`insert into follow_ups (assignment_id, number, due_on) select assignment_id, ${number}, ${date} from replies where assignment_id = ${part}`,
  say`update follow_ups set due_on = ${date} where assignment_id = ${part}`,
  say`insert into commitments (id, assignment_id, edition, block, start, "end", text, owner_unit, due_on, created_by, created_at) values (${part} || '.c' || ${number}, ${part}, 1, 0, 0, 1, '词', 'gongan', ${date}, 'system', '2026-06-01')`,
  say`update commitments set state = ${oneOf(["open", "kept", "changed"])}, due_on = ${date}, owner_unit = ${oneOf(["gongan", "jiaoti"])} where assignment_id = ${part}`,
  say`delete from assignments where id = ${part}`,
  say`insert or replace into assignments (id, motion_id, unit_code, campaign_id, role, position, state) select m.id || '.gongan', m.id, 'gongan', m.campaign_id, ${oneOf(ASSIGNMENT_ROLES)}, 3, 'assigned' from motions as m where m.id = ${motion}`,
  say`insert into motions (id, campaign_id, kind, sitting_id, between_sessions, number, title, proposer_count, key_item, assigned_on) select 'new-' || ${number}, campaign_id, kind, sitting_id, 0, 500 + ${number}, title, 1, ${flag}, '2026-03-01' from motions where id = ${motion}`,
  say`delete from motions where id = 'new-' || ${number}`,
];

/** What a foreign key, a check or a second row of one name refuses was not written, and must leave no trace either. */
async function tryRun(db: Database, statement: string): Promise<boolean> {
  try {
    await db.run(sql.raw(statement));
    return true;
  } catch {
    return false;
  }
}

beforeEach(async () => {
  t = await copyWorld(world);
  return async () => await t.close();
});

it("the kept tables equal their recount after any writes, in any order", async () => {
  const done = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc
          .integer({ min: 0, max: WRITES.length - 1 })
          .chain((at) => (WRITES[at] ?? fc.constant("")).map((statement) => ({ at, statement }))),
        { minLength: 4, maxLength: 12 },
      ),
      async (writes) => {
        for (const { at, statement } of writes) if (await tryRun(t.db, statement)) done.add(at);
        expect(await listProjectionFaults(t.db), writes.map(({ statement }) => statement).join(";\n")).toEqual([]);
      },
    ),
    { numRuns: 120 },
  );
  // Each kind of write was accepted at least once: the test is of what it says.
  expect(WRITES.length - done.size).toBeLessThanOrEqual(1);
});

it("a transaction that is given up leaves no trace in them", async () => {
  const lost = writeTransaction(t.db, async (tx) => {
    await tx.run(sql.raw("update assignments set state = 'closed'"));
    throw new Error("given up");
  });
  await expect(lost).rejects.toThrow("given up");
  expect(await listProjectionFaults(t.db)).toEqual([]);
});

it("a load with resting triggers ends with the same tables, and with the triggers", async () => {
  const names = async () =>
    await t.db.all<{ name: string }>(sql`select name from sqlite_master where type = 'trigger' order by name`);
  const before = await names();
  await writeTransaction(t.db, async (tx) => {
    await bulkLoad(
      tx,
      async () => await tx.run(sql.raw("update assignments set state = 'handling', due_on = '2026-07-01'")),
    );
  });
  expect(await names()).toEqual(before);
  expect(await listProjectionFaults(t.db)).toEqual([]);
  await t.db.run(sql.raw("update assignments set state = 'closed'"));
  expect(await listProjectionFaults(t.db)).toEqual([]);
});

it("a migration that rebuilds a table must make its triggers again: none is missing", async () => {
  const rows = await t.db.all<{ source: string }>(
    sql`select distinct tbl_name as source from sqlite_master where type = 'trigger' and (name like '%_to_ledger%' or name like '%_to_clocks%' or name like '%_to_owed%') order by 1`,
  );
  const sources = `assignments commitments disclosures editions extensions feedback_rounds follow_ups joint_opinions motions
    replies units`;
  expect(rows.map(({ source }) => source)).toEqual(sources.split(/\s+/));
});

it("a trigger that is not there would be noticed", async () => {
  await t.db.run(sql.raw("drop trigger assignments_to_ledger_over"));
  await t.db.run(sql.raw("update assignments set state = 'closed' where id = '2026-jianyi-39.zhujian'"));
  expect((await listProjectionFaults(t.db)).length).toBeGreaterThan(0);
});

it("the sources of the due list are the branches of its view", async () => {
  const view = await t.db.get<{ sql: string }>(sql`select sql from sqlite_master where name = 'clock_source'`);
  const branches = [...view.sql.matchAll(/SELECT '(\w+)' AS `source`/g)].map(([, source]) => source);
  expect(branches.toSorted()).toEqual([...DUE_SOURCES].toSorted());
});
