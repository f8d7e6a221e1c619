import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportAllocation } from "#services/exports/allocation.ts";
import { exportLedger } from "#services/exports/ledger.ts";
import { exportStatistics } from "#services/exports/statistics.ts";
import { makeWorld } from "#test/support/world.ts";
import type { Person, World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => await world.close());

const as = (person: Person) => world.contextOf(world.people[person].actor);

async function rowsSince(seq: number) {
  const { rows } = await world.db.$client.execute({
    sql: "select action, object, actor_id as actor, after_hash as hash from audit where seq > ? order by seq",
    args: [seq],
  });
  return rows.map(({ action, object, actor, hash }) => ({ action, object, actor, hash: typeof hash }));
}

async function lastSeq(): Promise<number> {
  const { rows } = await world.db.$client.execute("select max(seq) as seq from audit");
  return Number(rows[0]?.["seq"] ?? 0);
}

describe("who took which list with which filter", () => {
  it("is in the audit, words that were typed only as a hash", async () => {
    const before = await lastSeq();
    await exportAllocation(as("office"), { campaign: "2026", kind: "suggestion", format: "xlsx" });
    const filter = { campaign: "2026", kind: undefined, unit: "zhujian", q: "卢子" };
    await exportLedger(as("zhujian"), { filter, format: "csv", site: "https://example.cn" });
    await exportStatistics(as("supervisor"), { year: 2026, format: "csv" });
    const actor = (person: Person) => as(person).actor.id;
    expect(await rowsSince(before)).toEqual([
      {
        action: "allocation.export",
        object: "allocation:campaign=2026&kind=suggestion",
        actor: actor("office"),
        hash: "string",
      },
      {
        action: "ledger.export",
        object: "ledger:campaign=2026&q&unit=zhujian",
        actor: actor("zhujian"),
        hash: "string",
      },
      { action: "statistics.export", object: "statistics:year=2026", actor: actor("supervisor"), hash: "string" },
    ]);
  });

  it("a list that was refused leaves no row", async () => {
    const before = await lastSeq();
    await expect(exportStatistics(as("office"), { year: 1999, format: "csv" })).rejects.toThrow();
    await expect(exportLedger(as("machine"), { filter: {}, format: "csv", site: "" })).rejects.toThrow();
    expect(await rowsSince(before)).toEqual([]);
  });
});
