import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/open.ts";
import { readOnce } from "#services/read-once.ts";
import { readIndicators } from "#services/statistics/read-indicators.ts";
import { readSupervision } from "#services/supervision/unit-sheets.ts";
import { sendReminder } from "#services/supervision/send-reminder.ts";
import type { World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";

let world: World;
let t: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => await world.close());
beforeEach(async () => {
  t = await copyWorld(world);
  return async () => await t.close();
});

const office = () => t.contextOf(t.people.office.actor);
const readAll = async (ctx = office()) => ({
  sheets: await readSupervision(ctx, "2026"),
  figures: await readIndicators(ctx, { year: 2026, by: "unit" }),
});

/** Indicators hold their formulas; what they came to is compared. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The same through a connection of its own, which has read nothing yet. */
async function readAfresh() {
  const { file } = await t.db.get<{ file: string }>(sql`select file from pragma_database_list where name = 'main'`);
  const db = openDatabase(`file:${file}`);
  try {
    return await readAll({ ...office(), db });
  } finally {
    db.$client.close();
  }
}

describe("what is reckoned from a year", () => {
  it("is reckoned once while nothing is written", async () => {
    const first = await readAll();
    const again = await readAll();
    expect(again.sheets).toBe(first.sheets);
    expect(again.figures).toBe(first.figures);
  });

  it.each([
    "update assignments set state = 'handling' where id = '2026-jianyi-39.zhujian'",
    "update editions set class_code = 'C', finalised_at = null where assignment_id = '2026-jianyi-39.zhujian'",
    "insert into contacts (assignment_id, seq, kind, phase, held_on, invited, met, recorded_by, recorded_at) values ('2026-jianyi-39.zhujian', 9, 'meeting', 'before', '2026-05-01', 2, 2, 'system', '2026-05-01')",
    "insert into reminders (id, assignment_id, deadline, channel, text, sent_by, sent_at) values ('r', '2026-jianyi-40.jiaoti', 'reply', 'phone', '请答复', 'system', '2026-05-01')",
    "delete from disclosures where assignment_id = '2026-tian-7.zhujian'",
    "update motions set key_item = 1",
  ])("is read anew after a write, whoever writes: %s", async (write) => {
    const before = await readAll();
    await t.db.run(sql.raw(write));
    const after = await readAll();
    expect(after.sheets).not.toBe(before.sheets);
    expect(plain(after)).toEqual(plain(await readAfresh()));
  });

  it("is read anew after a verb", async () => {
    const before = await readAll();
    const reminder = { assignmentId: "2026-jianyi-40.jiaoti", clock: "reply_campaign", channel: "phone" } as const;
    await sendReminder(office(), { ...reminder, text: "请按期答复。", result: "答应下周报送。" });
    const after = await readAll();
    expect(plain(after)).not.toEqual(plain(before));
    expect(plain(after)).toEqual(plain(await readAfresh()));
  });

  it("is each asker's own: a unit never gets the city's", async () => {
    const city = await readAll();
    const own = await readAll(t.contextOf(t.people.gongan.actor));
    expect(city.sheets.units.length).toBeGreaterThan(1);
    expect(own.sheets.units.every(({ unit }) => unit.code === "gongan")).toBe(true);
    expect(own.figures.slices.every(({ filter }) => filter.unit === "gongan")).toBe(true);
  });

  it("is reckoned anew on another day", async () => {
    const today = await readAll();
    t.clock.advance(24 * 60 * 60 * 1000);
    const tomorrow = await readAll();
    expect([today.sheets.asOf, tomorrow.sheets.asOf]).toEqual(["2026-06-15", "2026-06-16"]);
  });

  it("what failed is tried again", async () => {
    let tries = 0;
    const read = async () => {
      tries++;
      return await (tries === 1 ? Promise.reject(new Error("away")) : Promise.resolve("there"));
    };
    await expect(readOnce(t.db, "k", read)).rejects.toThrow("away");
    expect(await readOnce(t.db, "k", read)).toBe("there");
    expect(await readOnce(t.db, "k", read)).toBe("there");
    expect(tries).toBe(2);
  });
});
