import { availableParallelism } from "node:os";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { motions } from "#db/schema/motions.ts";
import { withSnapshot } from "#db/snapshot.ts";
import { NotPublishable } from "#release/errors.ts";
import { findScope } from "#release/plan/collect.ts";
import { readBatch } from "#release/plan/read-batch.ts";
import { type Facts, findFacts, openSameFacts } from "#release/plan/same-facts.ts";
import { projectFrame } from "#release/project/project-frame.ts";
import { Team } from "#release/team/team.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { makeSmallCity, type SmallCity } from "../support/small-city.ts";

let city: SmallCity;
beforeAll(async () => {
  city = await makeSmallCity(6, 1);
});
afterAll(async () => await city.remove());

/** The facts of a release that begins now, and the motions that it reads. */
async function begin(): Promise<{ facts: Facts; ids: readonly string[] }> {
  return await withSnapshot(city.db, async (reader) => {
    const frame = await projectFrame(reader);
    const scope = await findScope(reader, frame, undefined);
    const facts = await findFacts(city.db, reader, frame, scope);
    if (!facts) throw new Error("The database is a file");
    return { facts, ids: scope.ids };
  });
}

async function isSeen(facts: Facts): Promise<boolean> {
  const snapshot = await openSameFacts(facts);
  snapshot?.close();
  return snapshot !== undefined;
}

const rename = async (id: string | undefined, title: string) =>
  await city.db
    .update(motions)
    .set({ title })
    .where(eq(motions.id, id ?? ""));

describe("another connection that reads for a release", () => {
  it("reads what the release reads, whatever is written later", async () => {
    const { facts, ids } = await begin();
    const here = await readBatch(city.db, facts.frame, ids);
    const snapshot = await openSameFacts(facts);
    if (!snapshot) throw new Error("Nothing was written");
    await rename(ids[0], "关于后来改过的题目的建议");
    expect(await readBatch(snapshot.reader, facts.frame, ids)).toEqual(here);
    snapshot.close();
  });

  it("is of no use once a motion was written to, by whomever", async () => {
    const { facts, ids } = await begin();
    expect(await isSeen(facts)).toBe(true);
    await rename(ids[1], "关于再次改过的题目的建议");
    expect(await isSeen(facts)).toBe(false);
  });

  it("is of no use once anything was done that leaves a row in the audit", async () => {
    const { facts } = await begin();
    expect(await isSeen(facts)).toBe(true);
    await askForRelease(city.ctx, "release.request", {});
    expect(await isSeen(facts)).toBe(false);
  });
});

describe.skipIf(availableParallelism() < 2)("another thread that reads", { timeout: 60_000 }, () => {
  const team = new Team();
  beforeAll(async () => await team.start(""));
  afterAll(async () => await team.close());

  const openFirst = async (facts: Facts) => await team.toReaders(facts)[0]?.();

  it("gives what is read here, and nothing where it sees other facts", async () => {
    const { facts, ids } = await begin();
    const read = await openFirst(facts);
    const { matters, packed, texts } = await readBatch(city.db, facts.frame, ids);
    const given = await read?.(ids);
    expect(given?.matters).toEqual(matters);
    expect(Buffer.from(given?.packed.bytes ?? [])).toEqual(packed.bytes);
    expect(Buffer.from(given?.texts.open ?? [])).toEqual(texts.open);
    expect(matters.length).toBeGreaterThan(0);
    expect(await openFirst({ ...facts, change: facts.change + 1 })).toBeUndefined();
  });

  it("names what it cannot read", async () => {
    const { ids } = await begin();
    await city.db.run(sql`update editions set body = '{"type":"doc"}' where assignment_id like ${`${ids[0]}.%`}`);
    const { facts } = await begin();
    const failure = (await openFirst(facts))?.(ids);
    await expect(failure).rejects.toThrow(NotPublishable);
    await expect(failure).rejects.toThrow(ids[0]);
  });
});
