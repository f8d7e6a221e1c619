import { readFile } from "node:fs/promises";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "#db/open.ts";

const FOLDER = join(import.meta.dirname, "../../db/migrations");
const BEFORE = ["0000_facts", "0001_audit_append_only", "0002_imports_files_overrides", "0003_passkeys_and_events"];

const OLD = `
  insert into units (code, short_name, full_name, kind, position) values
    ('a', '甲局', '云川市甲局', 'bureau', 1), ('b', '乙局', '云川市乙局', 'bureau', 2), ('c', '丙局', '云川市丙局', 'bureau', 3);
  insert into actors (id, name, role, created_at) values ('o', '办公室', 'office', '2026-01-01T00:00:00.000Z');
  insert into sittings (id, body, term, session, name, short_name) values ('s', 'npc', 4, 5, '云川市四届人大五次会议', '五次会议');
  insert into campaigns (id, year, name, state) values ('2026', 2026, '2026 年', 'open');
  insert into motions (id, campaign_id, kind, sitting_id, between_sessions, number, title, proposer_count, key_item, assigned_on)
    values ('m', '2026', 'suggestion', 's', 0, 1, '关于照明的建议', 1, 0, '2026-03-10');
  insert into assignments (id, motion_id, unit_code, campaign_id, role, position, state) values
    ('m.a', 'm', 'a', '2026', 'lead', 0, 'withdrawn'), ('m.b', 'm', 'b', '2026', 'lead', 0, 'assigned'),
    ('m.c', 'm', 'c', '2026', 'joint', 1, 'pre_assigned');
  insert into reassignments (motion_id, seq, from_unit, to_unit, reason, reassigned_by, reassigned_at) values
    ('m', 1, 'a', 'b', '首次改派', 'o', '2026-03-12T02:00:00.000Z'), ('m', 2, 'b', 'b', '再次改派', 'o', '2026-03-19T16:30:00.000Z');
`;

it("gives every part of an old database the day of its own hand-over, in Shanghai", async () => {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-old-"));
  const db = openDatabase(`file:${join(folder, "huiyin.db")}`);
  const run = async (tag: string) =>
    await db.$client.executeMultiple(await readFile(join(FOLDER, `${tag}.sql`), "utf8"));
  try {
    for (const tag of BEFORE) await run(tag);
    await db.$client.executeMultiple(OLD);
    await run("0004_office_decisions");
    expect(await db.all("select id, assigned_on from assignments order by id")).toEqual([
      { id: "m.a", assigned_on: "2026-03-10" },
      { id: "m.b", assigned_on: "2026-03-20" },
      { id: "m.c", assigned_on: null },
    ]);
    const reasons = await db.all("select code from return_reasons where retired = 0");
    expect(reasons).toHaveLength(12);
  } finally {
    db.$client.close();
    await rm(folder, { recursive: true, force: true });
  }
});
