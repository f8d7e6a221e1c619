import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Reader, Transaction } from "#db/open.ts";
import { openDatabase } from "#db/open.ts";
import { prepareOnce } from "#db/prepare-once.ts";
import { releases, settings } from "#db/schema/operations.ts";
import { withSnapshot } from "#db/snapshot.ts";
import { insertOnce, updateOnce } from "#db/write-once.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

let one: TestApp;
let other: TestApp;
beforeAll(async () => {
  one = await openTestApp();
  other = await openTestApp();
});
afterAll(async () => {
  await one.close();
  await other.close();
});

let built = 0;
const valueOf = (reader: Reader) => {
  built++;
  return reader
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder("key")))
    .prepare();
};
const read = async (reader: Reader, key = "x") => (await prepareOnce(reader, valueOf).get({ key }))?.value;
const put = async (tx: Transaction, value: string) => {
  await tx.insert(settings).values({ key: "x", value }).onConflictDoUpdate({ target: settings.key, set: { value } });
};

it("asks where it is called: each database, each transaction, each snapshot its own", async () => {
  await one.db.transaction(async (tx) => await put(tx, "one"));
  await other.db.transaction(async (tx) => await put(tx, "other"));
  expect([await read(one.db), await read(other.db)]).toEqual(["one", "other"]);
  await withSnapshot(one.db, async (snapshot) => {
    expect(await read(snapshot)).toBe("one");
    await one.db.transaction(async (tx) => {
      await put(tx, "changed");
      expect([await read(tx), await read(other.db)]).toEqual(["changed", "other"]);
    });
    expect([await read(snapshot), await read(one.db)]).toEqual(["one", "changed"]);
  });
  expect(built).toBe(1);
});

it("questions that wait for one another do not mix", async () => {
  await one.db
    .transaction(async (tx) => {
      await tx.insert(settings).values({ key: "y", value: "why" });
      const given = await Promise.all([read(tx), read(other.db), read(tx, "y"), read(other.db, "y")]);
      expect(given).toEqual(["changed", "other", "why", undefined]);
      throw new Error("back");
    })
    .catch((error: Error) => expect(error.message).toBe("back"));
  expect(await read(one.db, "y")).toBeUndefined();
});

it("outlives the connection for which it was built", async () => {
  const first = openDatabase("file::memory:");
  const build = (reader: Reader) =>
    reader
      .select({ one: sql<number>`1` })
      .from(sql`(select 1)`)
      .prepare();
  expect(await prepareOnce(first, build).get()).toEqual({ one: 1 });
  first.$client.close();
  expect(await prepareOnce(one.db, build).get()).toEqual({ one: 1 });
});

it("an update sets what it is given, null as null, and leaves the rest", async () => {
  const update = updateOnce(
    releases,
    and(eq(releases.id, sql.placeholder("ofRelease")), eq(releases.state, "queued")),
    { total: sql`${releases.total} + 1` },
  );
  const insert = insertOnce(releases);
  const report = { full: true } as unknown as typeof releases.$inferInsert.report;
  const row = { state: "queued", cause: "release.request", requestedBy: "system", requestedAt: "2026-01-01" } as const;
  const shown = await one.db
    .transaction(async (tx): Promise<never> => {
      await insert(tx, { ...row, id: "a", full: true, report });
      await insert(tx, { ...row, id: "b", full: false, report: null, step: null });
      await insert(tx, { ...row, id: "c", full: true, step: undefined, report: report ?? null });
      await update(tx, { ofRelease: "a" }, { full: false, report: null });
      await update(tx, { ofRelease: "b" }, { step: "scan", report, code: undefined });
      await update(tx, { ofRelease: "nowhere" }, { full: true, report: null });
      await update(tx, { ofRelease: "c" }, {});
      const rows = await tx.all(sql`select id, "full", report, step, total from releases order by id`);
      throw Object.assign(new Error("back"), { rows });
    })
    .catch((error: { rows: unknown }) => error.rows);
  expect(shown).toEqual([
    { id: "a", full: 0, report: null, step: null, total: 1 },
    { id: "b", full: 0, report: '{"full":true}', step: "scan", total: 1 },
    { id: "c", full: 1, report: '{"full":true}', step: null, total: 1 },
  ]);
});
