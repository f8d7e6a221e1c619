import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assignments, motions } from "#db/schema/motions.ts";
import { units } from "#db/schema/units.ts";
import { objectAssignment } from "#services/assignments/object.ts";
import type { AllocationInput } from "#services/imports/import-allocation.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { openImportOffice } from "#test/support/import-office.ts";
import type { Rows } from "#test/support/import-table.ts";
import { HEADER, line, toTableInput } from "#test/support/import-table.ts";

let base: TestApp;
let office: TestApp;
beforeAll(async () => {
  base = await openImportOffice();
});
afterAll(async () => await base.close());
beforeEach(async () => {
  office = await openTestApp({ from: base });
});
afterEach(async () => await office.close());

const run = async (rows: Rows, more: Partial<AllocationInput> = {}) =>
  await importAllocation(office.system, toTableInput(rows, more));

const dryRun = async (rows: Rows, more: Partial<AllocationInput> = {}) => await run(rows, { dryRun: true, ...more });

describe("预交办 by a table", () => {
  const stateOf = async () => ({
    motion: (await office.db.select().from(motions))[0]?.state,
    parts: Object.fromEntries(
      (await office.db.select().from(assignments)).map((part) => [part.unitCode, [part.state, part.assignedOn]]),
    ),
  });
  const proposal = { preAssign: true };

  it("a unit that has ended is given nothing by a table, and keeps what it was given before", async () => {
    const end = async (endedOn: string | null) =>
      await office.db.update(units).set({ endedOn }).where(eq(units.shortName, "市商务局"));
    const rows = [HEADER, line("1", { co: "市商务局" })];
    await end("2026-01-01");
    expect((await dryRun(rows)).rejected).toEqual([
      { row: 2, code: "unit_ended", message: expect.stringContaining("“市商务局”已于2026年1月1日撤销") as string },
    ]);
    await end(null);
    await run(rows);
    await end("2026-01-01");
    expect(await dryRun([HEADER, line("1", { co: "市商务局", title: "关于第1件的建议（修改）" })])).toMatchObject({
      rejected: [],
      changed: 1,
    });
  });

  it("proposes units without a day, is the same when it comes again, and becomes 交办 by the next table", async () => {
    const rows = [HEADER, line("1", { co: "市商务局" })];
    expect(await run(rows, proposal)).toMatchObject({ written: true, added: 1 });
    const today = "2026-09-01";
    expect((await office.db.select().from(motions))[0]).toMatchObject({ assignedOn: today, dueOn: null });
    const [lead, co] = Object.keys((await stateOf()).parts);
    expect(await stateOf()).toEqual({
      motion: "pre_assigned",
      parts: { [lead ?? ""]: ["pre_assigned", null], [co ?? ""]: ["pre_assigned", null] },
    });
    expect(await run(rows, proposal)).toMatchObject({ written: false, unchanged: 1 });
    const unit = office.contextOf((await office.keyFor("unit", co ?? "")).actor);
    const ref = { id: `2026-jianyi-1.${co ?? ""}`, version: 1 };
    await objectAssignment(unit, ref, { reason: "不属于本单位职责", suggestedUnit: null });
    const { difference } = await dryRun([HEADER, line("1")]);
    const stage = difference.changed[0]?.fields.find(({ field }) => field === "stage");
    expect(stage).toMatchObject({ before: "预交办", after: "已交办" });
    await run([HEADER, line("1")]);
    expect(await stateOf()).toEqual({
      motion: "assigned",
      parts: { [lead ?? ""]: ["assigned", "2026-03-10"], [co ?? ""]: ["withdrawn", null] },
    });
    expect(await run([HEADER, line("1")])).toMatchObject({ written: false, unchanged: 1 });
    // A unit taken back may come back.
    await run(rows);
    expect((await stateOf()).parts[co ?? ""]).toEqual(["assigned", "2026-03-10"]);
  });

  it("takes nothing back that was dealt out", async () => {
    await run([HEADER, line("1")]);
    const { rejected, written } = await run([HEADER, line("1")], proposal);
    expect(written).toBe(false);
    expect(rejected).toMatchObject([{ row: 2, code: "already_assigned" }]);
  });
});
