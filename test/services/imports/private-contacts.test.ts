import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { privateContacts } from "#db/schema/imports.ts";
import { audit } from "#db/schema/operations.ts";
import { units } from "#db/schema/units.ts";
import { removePrivateContact } from "#services/imports/remove-private-contact.ts";
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

describe("contacts of deputies in a table", () => {
  it("are kept for the gate and shown nowhere", async () => {
    const rows = [
      [...HEADER, "代表联系电话"],
      [...line("1"), "0890-6550123 13800138000"],
    ];
    const report = await run(rows);
    expect(JSON.stringify(report.difference)).not.toContain("13800138000");
    const kept = await office.db.select().from(privateContacts);
    expect(kept).toEqual([
      { contact: "0890-6550123", holder: "毕洲梅" },
      { contact: "13800138000", holder: "毕洲梅" },
    ]);
  });
});

describe("a column of contacts", () => {
  const table = (...cells: readonly string[]) => [
    [...HEADER, "代表电话"],
    ...cells.map((cell, index) => [...line(String(index + 1)), cell]),
  ];
  const kept = async () => (await office.db.select().from(privateContacts)).map(({ contact }) => contact);

  it("gives telephones and mailboxes, however they are written, and nothing else", async () => {
    await run(
      table(
        "138 0013 8000",
        "毕洲梅（秘书）",
        "见附件一览表",
        "bi.zm@mail.example",
        "12345678901234",
        "66501234 13900139000",
      ),
    );
    expect((await kept()).toSorted()).toEqual(["138 0013 8000", "13900139000", "66501234", "bi.zm@mail.example"]);
  });

  it("keeps no line that a unit publishes", async () => {
    await office.db.update(units).set({ phone: "0890-6221001" }).where(eq(units.code, "u07"));
    await run(table("0890-6221001"));
    expect(await kept()).toEqual([]);
  });

  it("wrongly given, is taken out by the office, written in any way, with a row in the audit", async () => {
    await run(table("0890-6550123"));
    const unit = office.contextOf((await office.keyFor("unit", "u07")).actor);
    const clerk = office.contextOf((await office.keyFor("office")).actor);
    const contact = "(0890) 6550123";
    await expect(removePrivateContact(unit, { contact })).rejects.toMatchObject({ code: "forbidden" });
    await removePrivateContact(clerk, { contact });
    expect(await kept()).toEqual([]);
    const rows = await office.db.select().from(audit).where(eq(audit.action, "private_contact.remove"));
    expect(rows).toMatchObject([{ actorId: clerk.actor.id }]);
    expect(JSON.stringify(rows)).not.toContain("6550123");
    await expect(removePrivateContact(clerk, { contact })).rejects.toMatchObject({ code: "not_found" });
  });
});
