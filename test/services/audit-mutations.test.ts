import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AUDIT_GUARDS } from "#db/reads/audit-guards.ts";
import { audit } from "#db/schema/operations.ts";
import type { Database, Transaction } from "#db/open.ts";
import { openDatabase } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { AUDIT_GENESIS, auditHash, recordAudit } from "#services/audit.ts";
import type { AuditVerdict } from "#services/audit-verify.ts";
import { verifyAudit } from "#services/audit-verify.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

type Row = typeof audit.$inferSelect;

let t: TestApp;
let rows: Row[];
let published: string;
beforeAll(async () => {
  t = await openTestApp();
  for (let index = 0; index < 12; index++) await record(`thing.${index}`);
  rows = await t.db.select().from(audit).orderBy(asc(audit.seq));
  published = rows.at(-1)?.hash ?? "";
});
afterAll(async () => await t.close());

async function record(action: string): Promise<void> {
  const event = { action, object: `thing:${action}`, beforeHash: null, afterHash: "f".repeat(64) };
  await writeTransaction(t.db, async (tx) => await recordAudit(tx, t.system, event));
}

class Back extends Error {}

/** What the verifier says after whoever has the file did this to it; then all is as it was. `quiet`: the triggers stand again. */
async function after(deed: (tx: Transaction) => Promise<unknown>, { quiet = true, anchors = [published] } = {}) {
  const verdicts: AuditVerdict[] = [];
  const work = t.db.transaction(async (tx) => {
    for (const name of Object.keys(AUDIT_GUARDS)) await tx.run(sql.raw(`drop trigger ${name}`));
    await deed(tx);
    if (quiet) for (const text of Object.values(AUDIT_GUARDS)) await tx.run(sql.raw(text));
    verdicts.push(await verifyAudit(tx, { anchors }));
    throw new Back();
  });
  await expect(work).rejects.toThrow(Back);
  return verdicts[0];
}

/** Every row from `from` on written anew, so that the chain is whole again. */
async function rewrite(tx: Transaction, from: number, change: (row: Row) => Row): Promise<void> {
  let prevHash = rows[from - 2]?.hash ?? AUDIT_GENESIS;
  const later = rows.slice(from - 1).map((row, index) => {
    const next = { ...(index === 0 ? change(row) : row), prevHash };
    prevHash = auditHash(next);
    return { ...next, hash: prevHash };
  });
  await tx.delete(audit).where(sql`${audit.seq} >= ${from}`);
  await tx.insert(audit).values(later);
}

const TEXTS = ["at", "actorId", "action", "object", "beforeHash", "afterHash", "prevHash", "hash"] as const;

describe("the verifier", () => {
  it("knows the guards as the migration made them, and says ok", async () => {
    expect(await verifyAudit(t.db, { anchors: [published, AUDIT_GENESIS] })).toEqual({
      ok: true,
      rows: rows.length,
      head: published,
      anchors: 2,
    });
  });

  it("finds any one row that was changed, and it is the first it names (R9)", async () => {
    const cases = fc.record({ seq: fc.integer({ min: 1, max: rows.length }), field: fc.constantFrom(...TEXTS) });
    await fc.assert(
      fc.asyncProperty(cases, fc.string({ minLength: 1, maxLength: 8 }), async ({ seq, field }, text) => {
        const verdict = await after(async (tx) => {
          await tx
            .update(audit)
            .set({ [field]: `${text}!` })
            .where(eq(audit.seq, seq));
        });
        expect(verdict).toMatchObject({ ok: false, seq });
      }),
      { numRuns: 40 },
    );
  });

  it.each([1, 5, 12])("finds row %i that was taken out or put elsewhere", async (seq) => {
    const gone = await after(async (tx) => await tx.delete(audit).where(eq(audit.seq, seq)));
    const isLast = seq === rows.length;
    expect(gone).toEqual(
      isLast ? { ok: false, seq: seq - 1, reason: "unanchored" } : { ok: false, seq, reason: "missing" },
    );
    const moved = await after(async (tx) => await tx.update(audit).set({ seq: 99 }).where(eq(audit.seq, seq)));
    expect(moved).toMatchObject({ ok: false, seq });
  });

  it("finds two rows that changed places", async () => {
    const verdict = await after(async (tx) => {
      await tx.update(audit).set({ seq: 100 }).where(eq(audit.seq, 4));
      await tx.update(audit).set({ seq: 4 }).where(eq(audit.seq, 7));
      await tx.update(audit).set({ seq: 7 }).where(eq(audit.seq, 100));
    });
    expect(verdict).toEqual({ ok: false, seq: 4, reason: "unchained" });
  });

  it("finds a tail that was cut off, by the head that was published (T-H02)", async () => {
    const cut = async (tx: Transaction) => await tx.delete(audit).where(sql`${audit.seq} > 8`);
    expect(await after(cut)).toEqual({ ok: false, seq: 8, reason: "unanchored" });
    expect(await after(cut, { anchors: [rows[7]?.hash ?? ""] })).toMatchObject({ ok: true, rows: 8 });
  });

  it("finds a chain that was written anew from some row on, by the head that was published", async () => {
    const anew = async (tx: Transaction) => await rewrite(tx, 6, (row) => ({ ...row, actorId: "somebody" }));
    expect(await after(anew)).toEqual({ ok: false, seq: rows.length, reason: "unanchored" });
    expect(await after(anew, { anchors: [rows[4]?.hash ?? ""] })).toMatchObject({ ok: true });
  });

  it("finds an older database in the place of the present one", async () => {
    const folder = await mkdtemp(join(tmpdir(), "huiyin-old-"));
    const [old, copy] = [join(folder, "old.db"), join(folder, "copy.db")];
    await t.db.run(sql`vacuum into ${old}`);
    await copyFile(old, copy);
    await record("thing.later");
    const later = (await verifyAudit(t.db)) as { head: string };
    const restored: Database = openDatabase(`file:${copy}`);
    expect(await verifyAudit(restored, { anchors: [later.head] })).toMatchObject({ reason: "unanchored" });
    restored.$client.close();
    await rm(folder, { recursive: true });
    rows = await t.db.select().from(audit).orderBy(asc(audit.seq));
    published = rows.at(-1)?.hash ?? "";
  });

  it("says so where the rows are whole and a guard is gone or toothless", async () => {
    expect(await after(async () => undefined, { quiet: false })).toEqual({
      ok: false,
      seq: rows.length,
      reason: "unguarded",
      lost: Object.keys(AUDIT_GUARDS),
    });
    const toothless = await after(
      async (tx) => {
        for (const [name, text] of Object.entries(AUDIT_GUARDS))
          await tx.run(sql.raw(name === "audit_no_update" ? text.replace(" BEGIN", " WHEN 0 BEGIN") : text));
      },
      { quiet: false },
    );
    expect(toothless).toMatchObject({ reason: "unguarded", lost: ["audit_no_update"] });
  });
});

describe("the audit table (T-H01)", () => {
  const values = (seq: number, mark: string) =>
    `(seq, at, actor_id, action, object, prev_hash, hash) values (${seq}, 'now', 'a', 'b.c', 'd:e', 'p${mark}', '${mark}')`;
  it.each([
    ["update", "update audit set action = 'x' where seq = 1"],
    ["update or replace", "update or replace audit set seq = 2 where seq = 1"],
    ["update or ignore", "update or ignore audit set action = 'x' where seq = 1"],
    ["delete", "delete from audit"],
    ["replace", `replace into audit ${values(1, "r")}`],
    ["insert or replace", `insert or replace into audit ${values(1, "r")}`],
    ["insert or ignore", `insert or ignore into audit ${values(1, "r")}`],
    ["upsert", `insert into audit ${values(1, "u")} on conflict (seq) do update set action = 'x'`],
    ["a gap", `insert into audit ${values(1000, "g")}`],
    ["a row before the first", `insert into audit ${values(0, "z")}`],
  ])("refuses %s", async (_, statement) => {
    const before = await t.db.select().from(audit);
    await expect(t.db.run(sql.raw(statement))).rejects.toMatchObject({
      cause: { message: expect.stringContaining("append-only") as string },
    });
    expect(await t.db.select().from(audit)).toEqual(before);
  });

  it("takes one of two rows that name the same predecessor (T-H04)", async () => {
    const head = rows.at(-1);
    const fork = { ...head!, seq: head!.seq + 1, hash: "other", prevHash: head!.prevHash };
    await expect(t.db.insert(audit).values(fork).execute()).rejects.toMatchObject({
      cause: { code: "SQLITE_CONSTRAINT" },
    });
  });

  it("keeps one line when many write at once", async () => {
    await Promise.all(Array.from({ length: 20 }, async (_, index) => await record(`many.${index}`)));
    expect(await verifyAudit(t.db, { anchors: [published] })).toMatchObject({ ok: true, rows: rows.length + 20 });
  });

  it("has no row where the change it is of was taken back (T-H03)", async () => {
    const before = await t.db.$count(audit);
    const work = writeTransaction(t.db, async (tx) => {
      await recordAudit(tx, t.system, { action: "x.y", object: "x:1", beforeHash: null, afterHash: null });
      await tx.run(sql`insert into units (code) values ('half')`);
    });
    await expect(work).rejects.toThrow();
    expect(await t.db.$count(audit)).toBe(before);
  });
});
