import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { LEDGER_SORTS } from "#db/reads/ledger-cells.ts";
import { putAllocation } from "#db/writes/motions.ts";
import { writeTransaction } from "#db/transaction.ts";
import { listAssignments } from "#services/assignments/list-assignments.ts";
import { Invalid } from "#services/errors.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

let t: TestApp;
beforeAll(async () => {
  t = await openTestApp();
  const units = ["zhujian", "jiaoti", "gongan"];
  await writeTransaction(t.db, async (tx) => {
    for (let number = 100; number < 140; number++) {
      const id = `2026-jianyi-${number}`;
      // Many equal dates and some without: the id decides among equals.
      const dueOn = number % 5 === 0 ? null : `2026-06-${10 + (number % 3)}`;
      const unitCode = units[number % 3] ?? "";
      await putAllocation(tx, {
        motion: {
          id,
          campaignId: "2026",
          kind: "suggestion",
          sittingId: "npc-4-5",
          betweenSessions: number % 7 === 0,
          number,
          title: `关于第${number}项工作的建议`,
          proposerCount: 1,
          keyItem: false,
          assignedOn: "2026-02-28",
          dueOn,
        },
        proposers: ["卢子"],
        assignments: [{ id: `${id}.${unitCode}`, unitCode, role: "lead", position: 0, state: "assigned", dueOn }],
      });
    }
  });
});
afterAll(async () => await t.close());

const page = async (query: Partial<Parameters<typeof listAssignments>[1]>) =>
  await listAssignments(t.system, { sort: "dueOn", descending: false, limit: 50, ...query });

async function walk(query: Parameters<typeof page>[0]) {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const found = await page({ ...query, cursor });
    expect(found.total).toBe(45);
    ids.push(...found.items.map((row) => row.id));
    // A page that repeats would go on for ever.
    expect(ids.length).toBeLessThanOrEqual(45);
    cursor = found.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

it("pages of any size and order hold every row once, in the order of one long page", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...LEDGER_SORTS),
      fc.boolean(),
      fc.integer({ min: 1, max: 46 }),
      async (sort, descending, limit) => {
        const whole = (await page({ sort, descending, limit: 200 })).items.map((row) => row.id);
        expect(await walk({ sort, descending, limit })).toEqual(whole);
        expect(new Set(whole).size).toBe(45);
      },
    ),
    { numRuns: 25 },
  );
});

it("descending is ascending backwards", async () => {
  for (const sort of LEDGER_SORTS) {
    const up = (await page({ sort, limit: 200 })).items.map((row) => row.id);
    const down = (await page({ sort, descending: true, limit: 200 })).items.map((row) => row.id);
    expect(down).toEqual(up.toReversed());
  }
});

it("due dates come in order, those without at the end", async () => {
  const dates = (await page({ limit: 200 })).items.map((row) => row.dueOn ?? "9999");
  expect(dates).toEqual(dates.toSorted());
  expect(dates.at(-1)).toBe("9999");
});

it("numbers come as numbers, session items before those between sessions, 建议 before 提案", async () => {
  const rows = (await page({ sort: "number", limit: 200 })).items;
  const keys = rows.map((row) => [row.kind === "suggestion" ? 0 : 1, Number(row.betweenSessions), row.number] as const);
  const sorted = keys.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  expect(keys).toEqual(sorted);
});

it("a row that comes in between neither repeats nor hides another", async () => {
  const first = await page({ sort: "number", limit: 3 });
  const before = (await page({ sort: "number", limit: 200 })).items.map((row) => row.id);
  await writeTransaction(t.db, async (tx) => {
    const motion = {
      id: "2026-jianyi-1",
      campaignId: "2026",
      kind: "suggestion",
      sittingId: "npc-4-5",
      betweenSessions: false,
      number: 1,
      title: "关于新增一项工作的建议",
      proposerCount: 1,
      keyItem: false,
      assignedOn: "2026-02-28",
    } as const;
    const part = {
      id: "2026-jianyi-1.gongan",
      unitCode: "gongan",
      role: "lead",
      position: 0,
      state: "assigned",
      dueOn: null,
    } as const;
    await putAllocation(tx, { motion, proposers: ["卢子"], assignments: [part] });
  });
  const next = await page({ sort: "number", limit: 3, cursor: first.nextCursor ?? "" });
  expect(next.items.map((row) => row.id)).toEqual(before.slice(3, 6));
});

it.each([
  "",
  "abc",
  "W10",
  Buffer.from('["ledger:number","x","y"]').toString("base64url"),
  Buffer.from('["ledger:dueOn",{},[]]').toString("base64url"),
])("the cursor %j is not one of this order", async (cursor) => {
  await expect(page({ cursor })).rejects.toThrow(Invalid);
});
