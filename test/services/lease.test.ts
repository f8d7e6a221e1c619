import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#db/open.ts";
import { isLeaseHeld } from "#db/reads/leases.ts";
import { writeTransaction } from "#db/transaction.ts";
import { takeLease } from "#db/writes/leases.ts";
import { Underway } from "#services/errors.ts";
import { withLease } from "#services/lease.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

async function takeLeaseNow(db: Database, lease: Parameters<typeof takeLease>[1], now: string): Promise<boolean> {
  return await writeTransaction(db, async (tx) => await takeLease(tx, lease, now));
}

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => await app.close());

describe("a lease", () => {
  it("has one holder at a time; the other is told and does nothing", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = withLease(app.system, "import", "请稍候", async () => await promise);
    let ran = false;
    const second = withLease(app.system, "import", "请稍候", async () => {
      ran = true;
    });
    await expect(second).rejects.toThrow(Underway);
    expect(ran).toBe(false);
    resolve();
    await first;
    await expect(withLease(app.system, "import", "请稍候", async () => "done")).resolves.toBe("done");
  });

  it("is free again when the work failed", async () => {
    const failed = withLease(app.system, "release", "请稍候", async () => await Promise.reject(new Error("no")));
    await expect(failed).rejects.toThrow("no");
    await expect(withLease(app.system, "release", "请稍候", async () => 1)).resolves.toBe(1);
  });

  it("of a holder that died ends by itself", async () => {
    const now = app.clock.now().toISOString();
    const expiresAt = new Date(app.clock.now().getTime() + 1).toISOString();
    await takeLeaseNow(app.db, { name: "old", holder: "dead", expiresAt }, now);
    await expect(withLease(app.system, "old", "请稍候", async () => 1)).rejects.toThrow(Underway);
    app.clock.advance(1);
    await expect(withLease(app.system, "old", "请稍候", async () => 1)).resolves.toBe(1);
  });

  it("of a holder that died before the clock was set back stops nobody for as long as that", async () => {
    const now = app.clock.now();
    const held = async (ms: number) => {
      const expiresAt = new Date(now.getTime() + ms).toISOString();
      await takeLeaseNow(app.db, { name: "back", holder: "dead", expiresAt }, now.toISOString());
      return await isLeaseHeld(app.db, "back", now.toISOString());
    };
    expect(await held(600_000)).toBe(true);
    await expect(withLease(app.system, "back", "请稍候", async () => 1)).rejects.toThrow(Underway);
    expect(await held(600_001)).toBe(false);
    await expect(withLease(app.system, "back", "请稍候", async () => 1)).resolves.toBe(1);
  });
});
