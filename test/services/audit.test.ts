import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeTransaction } from "#db/transaction.ts";
import { recordAudit } from "#services/audit.ts";
import { verifyAudit } from "#services/audit-verify.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
  for (const verb of ["a", "b", "c"]) await record(`thing.${verb}`);
});
afterEach(async () => await app.close());

async function record(action: string): Promise<void> {
  const event = { action, object: "thing:1", beforeHash: null, afterHash: null };
  await writeTransaction(app.db, async (tx) => await recordAudit(tx, app.system, event));
}

/** What somebody with the file in hand could do. */
async function tamper(statement: string): Promise<void> {
  for (const name of ["audit_no_update", "audit_no_delete", "audit_next_only"])
    await app.db.run(sql.raw(`drop trigger ${name}`));
  await app.db.run(sql.raw(statement));
}

describe("the audit chain", () => {
  it("is whole as written", async () => {
    const verdict = await verifyAudit(app.db);
    expect(verdict).toMatchObject({ ok: true });
  });

  it.each([
    ["a changed row", "update audit set action = 'x' where seq = 2", { seq: 2, reason: "changed" }],
    ["a row taken out", "delete from audit where seq = 2", { seq: 2, reason: "missing" }],
    ["a row whose chain was cut", "update audit set prev_hash = 'x' where seq = 2", { seq: 2, reason: "unchained" }],
  ])("shows %s", async (_, statement, expected) => {
    await tamper(statement);
    expect(await verifyAudit(app.db)).toEqual({ ok: false, ...expected });
  });

  it("takes a change back when its row cannot be written", async () => {
    await app.db.run(sql`create trigger full before insert on audit begin select raise(abort, 'disk full'); end`);
    const change = writeTransaction(app.db, async (tx) => {
      await tx.run(sql`update units set phone = '1'`);
      await recordAudit(tx, app.system, { action: "unit.edit", object: "unit:1", beforeHash: null, afterHash: null });
    });
    await expect(change).rejects.toThrow();
    expect(await app.db.all(sql`select 1 from units where phone = '1'`)).toEqual([]);
  });
});
