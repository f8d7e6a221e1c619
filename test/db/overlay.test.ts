import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChangeHead, listChangedMotions } from "#db/reads/motion-changes.ts";
import { withOverlay } from "#db/overlay.ts";
import { motions } from "#db/schema/motions.ts";
import { replies } from "#db/schema/replies.ts";
import { copyWorld, makeWorld, type World } from "#test/support/world.ts";

const MOTION = "2026-jianyi-39";
const ID = `${MOTION}.zhujian`;
let base: World;
let world: World;

beforeAll(async () => {
  base = await makeWorld();
  world = await copyWorld(base);
});
afterAll(async () => {
  await world.close();
  await base.close();
});

const withdrawn = [
  { table: "replies", key: { assignment_id: ID }, set: { publication: "withdrawn", index_number: "o'clock" } },
];

describe("the database as it would be", () => {
  it("shows the row changed, its motion as the only one noted since, and all else as it is", async () => {
    const head = await findChangeHead(world.db);
    const others = await world.db.$count(replies);
    const seen = await withOverlay(world.db, MOTION, withdrawn, async (reader) => ({
      row: await reader.select().from(replies).where(eq(replies.assignmentId, ID)).get(),
      changed: await listChangedMotions(reader, head),
      count: await reader.$count(replies),
    }));
    expect(seen).toMatchObject({
      row: { publication: "withdrawn", indexNumber: "o'clock" },
      changed: [MOTION],
      count: others,
    });
  });

  it("keeps nobody from writing, and leaves nothing behind", async () => {
    await withOverlay(world.db, MOTION, withdrawn, async () => {
      await world.db.update(motions).set({ category: "城建" }).where(eq(motions.id, MOTION));
    });
    const row = await world.db.select().from(replies).where(eq(replies.assignmentId, ID)).get();
    expect(row?.publication).toBe("published");
    expect(await world.db.all(sql`select name from sqlite_temp_master`)).toEqual([]);
    expect((await world.db.select().from(motions).where(eq(motions.id, MOTION)).get())?.category).toBe("城建");
  });
});
