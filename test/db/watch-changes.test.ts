import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "#db/migrate.ts";
import { findChangeHead, listChangedMotions } from "#db/reads/motion-changes.ts";
import { contacts } from "#db/schema/handling.ts";
import { assignments, motions, proposers } from "#db/schema/motions.ts";
import { withSnapshot } from "#db/snapshot.ts";
import { KEPT_BY_TRIGGERS } from "#db/watch-changes.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

const MOTION = "2026-jianyi-39";
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => await app.close());

const changedBy = async (work: () => Promise<unknown>) => {
  const head = await findChangeHead(app.db);
  await work();
  return await listChangedMotions(app.db, head);
};

describe("what is written to a motion", () => {
  it("is watched in every table that names a motion or an assignment", async () => {
    const unwatched = await app.db.all<{ name: string }>(
      sql`select t.name from pragma_table_list t join pragma_table_info(t.name) c
          where t.type = 'table' and c.name in ('motion_id', 'assignment_id') and t.name <> 'motion_changes'
          and (select count(*) from sqlite_master m where m.type = 'trigger' and m.tbl_name = t.name
               and m.name like 'motion_changes_%') <> 3`,
    );
    expect(unwatched.filter(({ name }) => !KEPT_BY_TRIGGERS.has(name))).toEqual([]);
  });

  it.each([
    ["the motion", () => app.db.update(motions).set({ title: "改" }).where(eq(motions.id, MOTION))],
    ["its filer", () => app.db.delete(proposers).where(eq(proposers.motionId, MOTION))],
    [
      "an assignment",
      () => app.db.update(assignments).set({ dueOn: "2026-06-01" }).where(eq(assignments.motionId, MOTION)),
    ],
  ])("notes the motion once: %s", async (_, work) => {
    expect(await changedBy(async () => await work())).toEqual([MOTION]);
  });

  it("notes a motion again after it was read, however it is written", async () => {
    const write = async () =>
      await app.db.run(sql`insert or ignore into proposers (motion_id, position, name) values (${MOTION}, 0, '甲')`);
    expect(await changedBy(write)).toEqual([MOTION]);
    expect(await changedBy(async () => await app.db.update(proposers).set({ name: "乙" }))).toContain(MOTION);
  });

  it("is unknown after a time without a trigger", async () => {
    const name = "motion_changes_contacts_insert";
    const head = await findChangeHead(app.db);
    await app.db.run(sql.raw(`drop trigger ${name}`));
    await migrateDatabase(app.db);
    expect(await listChangedMotions(app.db, head)).toBeUndefined();
    expect(await app.db.$count(contacts)).toBe(0);
  });
});

it("a snapshot does not see what is written meanwhile", async () => {
  const title = async (reader: Pick<TestApp["db"], "select">) =>
    (await reader.select({ title: motions.title }).from(motions).where(eq(motions.id, MOTION)))[0]?.title;
  await withSnapshot(app.db, async (reader) => {
    const before = await title(reader);
    await app.db.update(motions).set({ title: "期间改动" }).where(eq(motions.id, MOTION));
    expect(await title(reader)).toBe(before);
  });
  expect(await title(app.db)).toBe("期间改动");
});
