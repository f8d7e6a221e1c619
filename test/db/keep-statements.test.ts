import { afterEach, beforeEach, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import type { Database } from "#db/open.ts";
import { openDatabase } from "#db/open.ts";

let db: Database;
const count = async () => await db.get<{ n: number }>(sql`select count(*) as n from t`);
const insert = async (a: string | null) => await db.run(sql`insert into t (a) values (${a})`);

beforeEach(async () => {
  db = openDatabase("file::memory:");
  await db.run(sql`create table t (a text not null unique) strict`);
});
afterEach(() => db.$client.close());

it("answers with the rows of now and the values of this time", async () => {
  await insert("甲");
  expect(await count()).toEqual({ n: 1 });
  await insert("乙");
  expect(await count()).toEqual({ n: 2 });
  const find = async (a: string) => await db.all(sql`select a from t where a = ${a}`);
  expect([await find("甲"), await find("丙"), await find("乙")]).toEqual([[{ a: "甲" }], [], [{ a: "乙" }]]);
});

it("goes on after a statement that failed", async () => {
  await insert("甲");
  await expect(insert("甲")).rejects.toThrow();
  await expect(insert(null)).rejects.toThrow();
  await insert("乙");
  expect(await count()).toEqual({ n: 2 });
});

it("sees the columns of a changed schema", async () => {
  const all = async () => await db.all(sql`select * from t`);
  await insert("甲");
  expect(await all()).toEqual([{ a: "甲" }]);
  await db.run(sql`alter table t add column b integer default 7`);
  expect(await all()).toEqual([{ a: "甲", b: 7 }]);
  await db.run(sql`alter table t drop column b`);
  expect(await all()).toEqual([{ a: "甲" }]);
});

it("lets a table go that a kept statement has read", async () => {
  await insert("甲");
  await count();
  await db.run(sql`drop table t`);
  await expect(count()).rejects.toThrow();
});

it("carries a pragma out each time", async () => {
  const set = async (on: number) => await db.run(sql.raw(`pragma user_version = ${on}`));
  const read = async () => await db.get(sql`pragma user_version`);
  await set(1);
  expect(await read()).toEqual({ user_version: 1 });
  await set(2);
  await set(1);
  expect(await read()).toEqual({ user_version: 1 });
});

it("forgets what a rolled back transaction wrote", async () => {
  for (const name of ["甲", "乙"])
    await expect(
      db.transaction(async (tx) => {
        await tx.run(sql`insert into t (a) values (${name})`);
        throw new Error("stop");
      }),
    ).rejects.toThrow("stop");
  expect(await count()).toEqual({ n: 0 });
});
