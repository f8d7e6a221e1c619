import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/libsql/migrator";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrateDatabase } from "#db/migrate.ts";
import type { Database } from "#db/open.ts";
import { openDatabase } from "#db/open.ts";
import { listProjectionFaults } from "#test/support/projections.ts";

const MIGRATIONS = fileURLToPath(new URL("../../db/migrations", import.meta.url));
/** The first version that was handed out. */
const SHIPPED = 2;

let folder: string;
let db: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-upgrade-"));
  db = openDatabase(`file:${join(folder, "huiyin.db")}`);
  const old = join(folder, "migrations");
  await cp(MIGRATIONS, old, { recursive: true });
  const journal = JSON.parse(await readFile(join(old, "meta/_journal.json"), "utf8")) as { entries: unknown[] };
  journal.entries.splice(SHIPPED);
  await writeFile(join(old, "meta/_journal.json"), JSON.stringify(journal));
  await migrate(db, { migrationsFolder: old });
});
afterEach(async () => {
  db.$client.close();
  await rm(folder, { recursive: true, force: true });
});

/** A year as the first version kept it: one reply published, one withheld, one part not yet signed. */
const OLD_ROWS = [
  "insert into units (code, short_name, full_name, kind, position) values ('a', '甲局', '云川市甲局', 'bureau', 2), ('b', '乙局', '云川市乙局', 'bureau', 1)",
  "insert into actors (id, name, role, created_at) values ('o', '办公室', 'office', '2026-01-01')",
  "insert into sittings (id, body, term, session, name, short_name) values ('s', 'npc', 4, 5, '会议', '会')",
  "insert into schemes (id, name, source) values ('z', '分类', '来源')",
  "insert into campaigns (id, year, name, state) values ('2026', 2026, '2026 年', 'open')",
  "insert into campaign_kinds (campaign_id, kind, sitting_id, scheme_id, assigned_on) values ('2026', 'suggestion', 's', 'z', '2026-02-28')",
  `insert into motions (id, campaign_id, kind, sitting_id, between_sessions, number, title, proposer_count, key_item, assigned_on) values
    ('2026-jianyi-1', '2026', 'suggestion', 's', 0, 1, '关于养老的建议', 1, 1, '2026-02-28'),
    ('2026-jianyi-2', '2026', 'suggestion', 's', 0, 2, '关于 Road 的建议', 1, 0, '2026-02-28')`,
  `insert into assignments (id, motion_id, unit_code, campaign_id, role, position, state, due_on) values
    ('2026-jianyi-1.a', '2026-jianyi-1', 'a', '2026', 'lead', 0, 'replied', '2026-06-30'),
    ('2026-jianyi-1.b', '2026-jianyi-1', 'b', '2026', 'joint', 1, 'signed', null),
    ('2026-jianyi-2.b', '2026-jianyi-2', 'b', '2026', 'lead', 0, 'assigned', '2026-06-30')`,
  "insert into replies (assignment_id, live_edition, publication, first_published_at) values ('2026-jianyi-1.a', 1, 'withheld', '2026-05-01 10:00')",
  `insert into editions (assignment_id, number, state, class_code, body, content_hash, edited_by, edited_at, finalised_at) values
    ('2026-jianyi-1.a', 1, 'final', 'A', '{}', 'h', 'o', '2026-05-01', '2026-05-01T02:00:00.000Z')`,
  "insert into disclosures (assignment_id, edition, mode, review_again_on) values ('2026-jianyi-1.a', 1, 'none', '2027-05-01')",
];

it("a database of the first version opens, and its lists hold what it held", async () => {
  for (const row of OLD_ROWS) await db.run(sql.raw(row));
  await migrateDatabase(db);
  expect(await listProjectionFaults(db)).toEqual([]);
  const count = async (table: string) =>
    (await db.get<{ count: number }>(sql.raw(`select count(*) as count from ${table}`))).count;
  expect([await count("ledger"), await count("owed_replies")]).toEqual([3, 2]);
  const clocks = await db.all<{ source: string; id: string }>(sql`select source, id from clocks order by source`);
  expect(clocks.map(({ source, id }) => `${source} ${id}`)).toEqual([
    "draft 2026-jianyi-2.b",
    "reply_campaign 2026-jianyi-2.b",
    "reply_legal 2026-jianyi-2.b",
    "review_again 2026-jianyi-1.a",
    "sign 2026-jianyi-2.b",
  ]);
});

it("an empty database of the first version opens", async () => {
  await migrateDatabase(db);
  expect(await listProjectionFaults(db)).toEqual([]);
});
