import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "#db/migrate.ts";
import type { Database } from "#db/open.ts";
import { openDatabase } from "#db/open.ts";
import journal from "#db/migrations/meta/_journal.json" with { type: "json" };
import * as accounts from "#db/schema/accounts.ts";
import * as actors from "#db/schema/actors.ts";
import * as aftercare from "#db/schema/aftercare.ts";
import * as campaigns from "#db/schema/campaigns.ts";
import * as clocks from "#db/schema/clocks.ts";
import * as decisions from "#db/schema/decisions.ts";
import * as documents from "#db/schema/documents.ts";
import * as files from "#db/schema/files.ts";
import * as handling from "#db/schema/handling.ts";
import * as imports from "#db/schema/imports.ts";
import * as ledger from "#db/schema/ledger.ts";
import * as motions from "#db/schema/motions.ts";
import * as operations from "#db/schema/operations.ts";
import * as overrides from "#db/schema/overrides.ts";
import * as replies from "#db/schema/replies.ts";
import * as tallies from "#db/schema/tallies.ts";
import * as units from "#db/schema/units.ts";

const modules = {
  ...accounts,
  ...aftercare,
  ...handling,
  ...actors,
  ...campaigns,
  ...decisions,
  ...documents,
  ...files,
  ...imports,
  ...motions,
  ...operations,
  ...overrides,
  ...replies,
  ...clocks,
  ...ledger,
  ...tallies,
  ...units,
};
const tables = Object.values(modules).filter((item) => is(item, SQLiteTable)) as SQLiteTable[];

let folder: string;
let db: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-schema-"));
  db = openDatabase(`file:${join(folder, "huiyin.db")}`);
  await migrateDatabase(db);
});

afterAll(async () => {
  db.$client.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the migrations", () => {
  it("make every table STRICT", async () => {
    const loose = await db.all<{ name: string }>(
      sql`select name from pragma_table_list where type = 'table' and strict = 0 and schema = 'main' and name not like 'sqlite_%' and name not like '\_\_drizzle%' escape '\\'`,
    );
    expect(loose).toEqual([]);
  });

  it.each(tables.map((table) => [getTableName(table), table] as const))(
    "give %s the columns that the code knows",
    async (name, table) => {
      const rows = await db.all<{ name: string; notnull: number }>(
        sql`select name, "notnull" from pragma_table_info(${name})`,
      );
      const known = Object.values(getTableColumns(table)).map((column) => [column.name, column.notNull ? 1 : 0]);
      const stored = rows.map((row) => [row.name, row.notnull]);
      expect(stored.toSorted()).toEqual(known.toSorted());
    },
  );

  it("are done once", async () => {
    await migrateDatabase(db);
    const { entries } = journal;
    expect(await db.all(sql`select * from __drizzle_migrations`)).toHaveLength(entries.length);
  });

  it("check foreign keys", async () => {
    const lost = db.run(sql`insert into proposers (motion_id, position, name) values ('2026-jianyi-1', 0, '甲')`);
    await expect(lost).rejects.toMatchObject({ cause: { code: "SQLITE_CONSTRAINT" } });
  });
});

describe("the audit table", () => {
  const insert = (verb: string, seq: number, hash: string) =>
    db.run(
      sql`${sql.raw(verb)} into audit (seq, at, actor_id, action, object, prev_hash, hash) values (${seq}, 'now', 'a', 'b.c', 'd:e', ${`p${hash}`}, ${hash})`,
    );

  it("takes the next row and no other change", async () => {
    await insert("insert", 1, "h1");
    await insert("insert", 2, "h2");
    const refused = [
      insert("insert", 4, "gap"),
      insert("insert or replace", 1, "x"),
      insert("insert or ignore", 1, "y"),
      db.run(sql`update audit set action = 'x' where seq = 1`),
      db.run(sql`update or replace audit set seq = 1 where seq = 2`),
      db.run(sql`delete from audit where seq = 2`),
    ];
    for (const attempt of refused) {
      await expect(attempt).rejects.toMatchObject({
        cause: { message: expect.stringContaining("append-only") as string },
      });
    }
    const rows = await db.all<{ hash: string }>(sql`select hash from audit order by seq`);
    expect(rows.map((row) => row.hash)).toEqual(["h1", "h2"]);
  });
});
