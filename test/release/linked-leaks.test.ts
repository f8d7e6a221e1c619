import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from "vitest";
import { disclosures, editions, replies } from "#db/schema/replies.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { LeakFound } from "#release/errors.ts";
import { findCurrent } from "#release/folders.ts";
import { copySmallCity, makeSmallCity, release, type SmallCity } from "./support/small-city.ts";

const SECRET = "东山片区拆迁户过渡安置名册暂存于档案室";
let base: SmallCity;
let city: SmallCity;
let shown: string;
let other: string;

beforeAll(async () => {
  base = await makeSmallCity(12, 2);
  const rows = await base.db
    .select({ id: replies.assignmentId })
    .from(replies)
    .where(eq(replies.publication, "published"))
    .orderBy(replies.assignmentId);
  [shown, other] = [rows[0]?.id ?? "", rows.at(-1)?.id ?? ""];
  await setBody(base, `${SECRET}。`);
  await release(base);
});
afterAll(async () => await base.remove());
beforeEach(async () => {
  city = await copySmallCity(base);
});
afterEach(async () => await city.remove());

async function setBody({ db }: SmallCity, words: string): Promise<void> {
  const body = richTextOf(["您提出的建议收悉，现答复如下：", words]);
  await db.update(editions).set({ body }).where(eq(editions.assignmentId, shown));
}

/** Somebody writes it down inside, at another matter. */
async function writeInside({ db }: SmallCity, words: string): Promise<void> {
  await db.update(disclosures).set({ groundText: words }).where(eq(disclosures.assignmentId, other));
}

/** As if the plan had forgotten that the words of a page changed: the change leaves no note. */
async function changeUnnoticed(work: () => Promise<void>): Promise<void> {
  const triggers = await city.db.all<{ name: string; sql: string }>(
    sql`select name, sql from sqlite_master where type = 'trigger' and name like 'motion_changes_editions%'`,
  );
  for (const { name } of triggers) await city.db.run(sql.raw(`drop trigger "${name}"`));
  await work();
  for (const trigger of triggers) await city.db.run(sql.raw(trigger.sql));
}

describe("what is linked from the release before", { timeout: 60_000 }, () => {
  it("is looked into again where it may hold what became a secret, and stops the release", async () => {
    await changeUnnoticed(async () => await setBody(city, "已办理。"));
    await writeInside(city, SECRET);
    const before = await findCurrent(city.dataFolder);
    await expect(release(city)).rejects.toThrow(LeakFound);
    expect(await findCurrent(city.dataFolder)).toBe(before);
  });

  it("is not opened for words that it does not hold", async () => {
    await writeInside(city, "西河滩涂承包纠纷调解方案尚在商议之中");
    expect((await release(city)).report).toMatchObject({ reopened: 0 });
  });

  it("may hold what an open letter says too", async () => {
    await writeInside(city, SECRET);
    expect((await release(city)).manifest.gone).toEqual([]);
  });

  it("goes with what is withdrawn: nothing of it is left, and no older release either", async () => {
    await city.db.update(replies).set({ publication: "withdrawn" }).where(eq(replies.assignmentId, shown));
    const { manifest } = await release(city);
    expect(manifest.gone?.map((item) => item.split("@")[0])).toEqual([shown, `title:${shown.split(".")[0]}`]);
  });
});

describe("what changes inside", { timeout: 60_000 }, () => {
  it("leaves every byte of the site as it was (non-interference)", async () => {
    const before = (await release(city, { full: true })).manifest.root;
    await writeInside(city, "内部意见：待市政府常务会议研究后再定");
    const { manifest, report } = await release(city);
    expect([manifest.root, report.rendered, report.written]).toEqual([before, 0, 0]);
    expect((await release(city, { full: true })).manifest.root).toBe(before);
  });
});
